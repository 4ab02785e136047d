using System.Globalization;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Tests.Virtual;
using HilBench.TokenPort;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>
/// Whatever bytes come, the port does not crash, gives no credit and remembers no more than one message. For a long run
/// of ten million bytes: <c>HILBENCH_HOSTILE_BYTES=10000000 dotnet test --project tests/Rig.Tests</c>.
/// </summary>
public class HostileStreamTests
{
    private const int ShortRun = 200_000;
    private const int MostBytesKept = 64 * 1024;

    private static readonly string[] Pieces =
    [
        "/?!\r\n", "/?00000000000!\r\n", "\u0006051\r\n", "\u0006000\r\n", "\u0006050\r\n", "\u0006", "\u0015",
        "\u0001P1\u0002(00000000)\u0003a", "\u0001R1\u00020-0:C.1.0()\u00036", "\u0001R1\u00020-0:19.40.0()\u0003H",
        "\u0001B0\u0003q", "\u0001W1\u00020-0:19.40.0(18446744073843772416)\u0003O", "\u0001\u0002\u0003", "\u0004",
    ];

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void A_hostile_stream_neither_crashes_nor_credits_nor_leaks(ulong seed)
    {
        var length = int.TryParse(
            Environment.GetEnvironmentVariable("HILBENCH_HOSTILE_BYTES"), NumberStyles.None,
            CultureInfo.InvariantCulture, out var asked) ? asked : ShortRun;
        var registers = SampleMeter.Registers(EnergyAmount.FromKwh(10));
        var server = new TokenPortServer(new TokenPortSettings());
        var random = new SeededRandom(seed);
        var (now, tokens, before) = (TimeSpan.Zero, 0, 0L);
        for (var sent = 0; sent < length;)
        {
            if (sent < length / 10) before = GC.GetTotalMemory(forceFullCollection: false);
            foreach (var value in Burst(random))
            {
                now += Pause(random);
                sent++;
                foreach (var effect in server.Receive(value, registers, now).Concat(server.Elapse(registers, now)))
                {
                    if (effect is not PortEffect.EnterToken token) continue;
                    tokens++;
                    Assert.InRange(token.Digits.Length, 1, 99);
                    Assert.All(token.Digits, digit => Assert.InRange(digit, '0', '9'));
                    server.Answered(ResultCode.CrcError, "");
                }
            }
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostBytesKept * 16);
        // Whatever state the session is in, a reader that waits gets its identification.
        now += TimeSpan.FromMinutes(3);
        server.Elapse(registers, now);
        server.Elapse(registers, now + TimeSpan.FromMinutes(3));
        foreach (var value in "/?!\r\n"u8) server.Receive(value, registers, now += TimeSpan.FromMinutes(10));
        Assert.InRange(tokens, 0, length);
    }

    [Fact]
    public void A_whole_board_under_a_hostile_stream_keeps_its_credit()
    {
        var bench = new PortBench(credit: EnergyAmount.FromKwh(10));
        var random = new SeededRandom(3);
        var sent = 0;
        while (sent < ShortRun / 4)
        {
            var burst = Burst(random);
            bench.Meter.SetBaud(bench.Meter.Server.Baud);
            bench.Meter.Write(burst);
            if (random.NextBelow(4) == 0) bench.Meter.Wait(TimeSpan.FromMilliseconds(random.NextBelow(3000)));
            bench.Meter.DiscardInput();
            sent += burst.Length;
        }

        Assert.Equal(EnergyAmount.FromKwh(10), bench.Credit);
        Assert.DoesNotContain(bench.Meter.Answers,
            answer => answer.Result is not (ResultCode.Accept or ResultCode.FormatError));
        bench.Meter.Wait(TimeSpan.FromMinutes(10));
        bench.Meter.DiscardInput();
        bench.Meter.SetBaud(300);
        Assert.NotEmpty(bench.Reader().ReadOut());
    }

    /// <summary>
    /// A piece of a real conversation: complete, cut, with one byte changed, with noise, or noise alone.
    /// </summary>
    private static byte[] Burst(SeededRandom random)
    {
        var piece = System.Text.Encoding.Latin1.GetBytes(Pieces[random.NextBelow(Pieces.Length)]);
        switch (random.NextBelow(6))
        {
            case 0: return piece[..(int)random.NextBelow(piece.Length + 1)];
            case 1:
                piece[random.NextBelow(piece.Length)] = (byte)random.NextBelow(256);
                return piece;
            case 2:
                var noise = new byte[random.NextBelow(40)];
                for (var i = 0; i < noise.Length; i++) noise[i] = (byte)random.NextBelow(256);
                return noise;
            case 3: return [1, (byte)'W', (byte)'1', 2, .. Enumerable.Repeat((byte)'9', (int)random.NextBelow(400))];
            default: return piece;
        }
    }

    private static TimeSpan Pause(SeededRandom random) => random.NextBelow(64) == 0
        ? TimeSpan.FromMilliseconds(random.NextBelow(4000))
        : TimeSpan.FromMilliseconds(1);
}

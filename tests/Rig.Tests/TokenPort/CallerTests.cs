using HilBench.Board;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.TokenPort;

/// <summary>One caller at a time, and none for ever: in virtual time, on a line that can hang up.</summary>
public class CallerTests
{
    private readonly Line _line = new();
    private readonly List<string> _notes = [];
    private readonly PortLine _port;

    public CallerTests()
    {
        _port = new PortLine(new TokenPortServer(new TokenPortSettings()), _line, _line);
        _port.Noted += _notes.Add;
    }

    [Fact]
    public void A_caller_who_asks_nothing_is_sent_away_after_ninety_seconds()
    {
        Pass(TimeSpan.FromMinutes(10));
        _line.HasPeer = true;
        Pass(TimeSpan.FromSeconds(89));
        Assert.True(_line.HasPeer);
        Pass(TimeSpan.FromSeconds(2));
        Assert.False(_line.HasPeer);
        Assert.Equal(["the caller asked nothing for 90 s and was disconnected"], _notes);
    }

    [Fact]
    public void A_caller_who_only_makes_noise_is_sent_away_too()
    {
        _line.HasPeer = true;
        for (var i = 0; i < 100; i++)
        {
            _line.Arriving.Enqueue((byte)'x');
            Pass(TimeSpan.FromSeconds(1));
        }

        Assert.False(_line.HasPeer);
    }

    [Fact]
    public void A_caller_who_is_answered_now_and_then_may_stay()
    {
        _line.HasPeer = true;
        for (var i = 0; i < 5; i++)
        {
            foreach (var value in "/?!\r\n"u8) _line.Arriving.Enqueue(value);
            Pass(TimeSpan.FromSeconds(80));
        }

        Assert.True(_line.HasPeer);
        Assert.True(_line.Sent > 0);
        Pass(TimeSpan.FromSeconds(91));
        Assert.False(_line.HasPeer);
    }

    [Fact]
    public void The_next_caller_has_ninety_seconds_of_his_own()
    {
        _line.HasPeer = true;
        Pass(TimeSpan.FromSeconds(80));
        _line.HasPeer = false;
        Pass(TimeSpan.FromSeconds(1));
        _line.HasPeer = true;
        Pass(TimeSpan.FromSeconds(80));
        Assert.True(_line.HasPeer);
    }

    private void Pass(TimeSpan time)
    {
        for (var end = _line.Now + time; _line.Now < end; _line.Wait(TimeSpan.FromMilliseconds(100)))
            _port.Step(TimeSpan.Zero, () => null, _ => { });
    }

    private sealed class Line : IByteLink, IBenchClock
    {
        public Queue<byte> Arriving { get; } = new();

        public int Sent { get; private set; }

        public string Name => "line";

        public bool HasPeer { get; set; }

        public TimeSpan Now { get; private set; }

        public void SetBaud(int baud)
        {
        }

        public void Write(ReadOnlySpan<byte> bytes) => Sent += bytes.Length;

        public int Read(Span<byte> into, TimeSpan patience)
        {
            var count = 0;
            while (count < into.Length && Arriving.TryDequeue(out var value)) into[count++] = value;
            return count;
        }

        public bool HangUp()
        {
            var wasThere = HasPeer;
            HasPeer = false;
            return wasThere;
        }

        public void DiscardInput() => Arriving.Clear();

        public void Wait(TimeSpan duration) => Now += duration;

        public void Dispose()
        {
        }
    }
}

using System.Text;
using HilBench.Physical.Ports;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;

namespace HilBench.Rig.Tests.Outside;

/// <summary>
/// Whatever a meter answers first, and whatever is wrong with a scenario's beginning: the port is free again
/// afterwards.
/// </summary>
public sealed class GarbledMeterTests : IDisposable
{
    private readonly PtyLink _pty = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-garbled-").FullName;
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _meter;
    private volatile byte[] _reading = [];

    public GarbledMeterTests()
    {
        _meter = new Thread(BeMeter) { IsBackground = true };
        _meter.Start();
    }

    [Theory]
    [InlineData("0-0:C.60.1(none)", "the meter refuses R1 0-0:C.60.1 with the words \"none\"")]
    [InlineData("(ERROR)", "the meter refuses R1 0-0:C.60.1 with the words \"ERROR\"")]
    [InlineData("0-0:C.60.1(0)", "the meter refuses R1 0-0:C.60.1 with the words \"0\"")]
    [InlineData("0-0:C.60.1(", "waited for 0-0:C.60.1 and got <STX>0-0:C.60.1(<ETX>")]
    public void A_port_is_free_again_after_a_garbled_first_answer(string text, string why)
    {
        _reading = PortMessage.Answer(text);
        var wrong = Assert.ThrowsAny<RigFaultException>(() => Plan().Build(seed: 1));
        Assert.Contains(why, wrong.Message);
        Ports.Call(_pty.Device, LineForm.SevenEven, 300).Dispose();
        Assert.ThrowsAny<RigFaultException>(() => Plan().Prepare());
        Ports.Call(_pty.Device, LineForm.SevenEven, 300).Dispose();
    }

    [Fact]
    public void A_port_is_free_again_after_a_run_that_was_stopped_while_it_waited()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var plan = Plan() with { Stop = stop.Token };
        _end.Cancel();
        _meter.Join();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => plan.Build(seed: 1));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Ports.Call(_pty.Device, LineForm.SevenEven, 300).Dispose();
    }

    [Fact]
    public void A_panel_that_is_lost_while_the_meter_starts_leaves_its_port()
    {
        File.WriteAllText(Path.Combine(_folder, "panel.json"), $$"""
            {
              "keypad": { "kind": "serial-panel", "reports": "polled" }, "clock": "wall", "mains": "none",
              "load": "none", "display": { "kind": "serial-panel", "port": "{{_pty.Device}}" }
            }
            """);
        using (var rig = Rigs.Load(Path.Combine(_folder, "panel.json")).Build(seed: 1))
        {
            rig.Manufacture(SampleMeter.Registers());
            Assert.Throws<LinkLostException>(() => rig.Clock.Wait(TimeSpan.FromSeconds(3)));
        }

        Ports.Call(_pty.Device, LineForm.EightNone, 300).Dispose();
    }

    public void Dispose()
    {
        _end.Cancel();
        _meter.Join();
        _pty.Dispose();
        _end.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private RigPlan Plan()
    {
        var file = Path.Combine(_folder, "rig.json");
        File.WriteAllText(
            file, $$"""{ "meter": { "kind": "token-port", "port": "{{_pty.Device}}" }, "clock": "wall" }""");
        return Rigs.Load(file);
    }

    /// <summary>It introduces itself, opens programming mode, takes the password; all else has one answer.</summary>
    private void BeMeter()
    {
        var asked = new StringBuilder();
        var buffer = new byte[64];
        while (!_end.IsCancellationRequested)
        {
            var count = _pty.Read(buffer, TimeSpan.FromMilliseconds(50));
            asked.Append(Encoding.Latin1.GetString(buffer, 0, count));
            var text = asked.ToString();
            byte[]? answer = text switch
            {
                _ when text.EndsWith("!\r\n", StringComparison.Ordinal) => Encoding.ASCII.GetBytes("/ABC5X\r\n"),
                _ when text.EndsWith("051\r\n", StringComparison.Ordinal) => new PortMessage("P0", "()").ToBytes(),
                _ when text.Contains("P1", StringComparison.Ordinal) && IsWhole(text) => [LineBytes.Ack],
                _ when text.Contains("R1", StringComparison.Ordinal) && IsWhole(text) => _reading,
                _ => null,
            };
            if (answer is null) continue;
            asked.Clear();
            _pty.Write(answer);
        }
    }

    private static bool IsWhole(string text) => text.Length > 2 && text[^2] == (char)LineBytes.Etx;
}

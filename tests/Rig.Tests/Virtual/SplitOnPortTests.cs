using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>
/// Our keypad unit at one end of a serial line and our measuring unit at the other, each in a rig of its own that knows
/// nothing of the other, in real time.
/// </summary>
public sealed class SplitOnPortTests
{
    [Fact]
    public void A_token_typed_on_one_end_of_a_line_is_accepted_at_the_other()
    {
        using var outside = new PtyLink();
        using var stop = new CancellationTokenSource();
        var measuring = new Thread(() => Measure(outside, stop.Token));
        measuring.Start();
        try
        {
            using var rig = KeypadUnitOn(outside.Device);
            rig.WaitFor("0.0 kWh", default);
            var mark = rig.Glass.Mark();
            rig.Type(Token() + "#");
            rig.WaitFor("Accept", mark);
            rig.WaitFor("25.6 kWh", mark);
            Assert.All(rig.Keypad.Log, receipt => Assert.True(receipt.IsDelivered));
            Assert.Null(rig.MeasuringUnit);
        }
        finally
        {
            stop.Cancel();
            measuring.Join();
        }
    }

    [Fact]
    public void A_line_with_nobody_on_it_is_no_connection()
    {
        using var outside = new PtyLink();
        using var rig = KeypadUnitOn(outside.Device);
        rig.WaitFor("No connection", default);
    }

    private static IMeterRig KeypadUnitOn(string device)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $$"""
            { "clock": "wall", "meter": { "kind": "split", "line": "{{device}}", "part": "keypad-unit" },
              "keypad": { "kind": "virtual" }, "display": { "kind": "virtual" }, "mains": "none", "load": "none",
              "press": { "pressMs": 50, "gapMs": 40 } }
            """);
        try
        {
            var rig = Rigs.Load(file).Build(seed: 1);
            rig.Manufacture(SampleMeter.Registers());
            rig.Mains.Return();
            return rig;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The measuring unit lives until it is told to stop.</summary>
    private static void Measure(IByteLink port, CancellationToken stop)
    {
        var settings = new SplitRigSettings
        {
            Ours = OurPart.MeasuringUnit, Outside = () => new SplitPort(new Lent(port), stop),
        };
        using var rig = new SplitRig("split", settings, MeterProfile.Generic, StaTables.Sample, seed: 1);
        try
        {
            rig.Manufacture(SampleMeter.Registers());
            rig.Mains.Return();
            while (true) rig.Clock.Wait(TimeSpan.FromSeconds(1));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static string Token() => SampleMeter.Station()
        .Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today).Number.ToString();

    /// <summary>A port that outlives whoever uses it.</summary>
    private sealed class Lent(IByteLink port) : IByteLink
    {
        public string Name => port.Name;

        public void SetBaud(int baud) => port.SetBaud(baud);

        public void Write(ReadOnlySpan<byte> bytes) => port.Write(bytes);

        public int Read(Span<byte> into, TimeSpan patience) => port.Read(into, patience);

        public void DiscardInput() => port.DiscardInput();

        public void Dispose()
        {
        }
    }
}

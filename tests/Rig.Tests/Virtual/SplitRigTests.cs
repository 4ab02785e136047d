using HilBench.Meter;
using HilBench.Meter.Split;
using HilBench.Physical.Ports;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>A split meter, its line in memory and through the kernel's terminal driver.</summary>
public sealed class SplitRigTests
{
    private static readonly SplitRigSettings InMemory = new();
    private static readonly SplitRigSettings ThroughPty = new() { Carrier = static () => new PtyCarrier() };

    [Theory]
    [InlineData("memory")]
    [InlineData("pty")]
    public void A_token_typed_indoors_is_accepted_outside_and_seen_on_both_displays(string line)
    {
        using var rig = On(line == "pty" ? ThroughPty : InMemory);
        var mark = rig.Glass.Mark();
        rig.Type(Token() + "#");
        rig.Glass.WaitUntilSettled();
        Assert.Contains("Accept", rig.Words(mark));
        Assert.Equal("Accept", rig.MeasuringUnit!.Display[0].Trim());
        rig.Clock.Wait(TimeSpan.FromMinutes(2));
        Assert.Equal("25.6 kWh", rig.Glass.Read()[0].Trim());
        Assert.Equal("25.6 kWh", rig.MeasuringUnit!.Display[0].Trim());
        Assert.Empty(rig.Findings);
    }

    [Fact]
    public void What_happens_is_the_same_every_time_to_the_tick()
    {
        static List<string> Story(SplitRigSettings settings)
        {
            using var rig = On(settings);
            var mark = rig.Glass.Mark();
            rig.Type(Token() + "#");
            rig.Faults.Inject(new Fault(FaultKind.LineNoise) { Times = 5 });
            rig.Load.Draw(new Watts(2000));
            rig.Clock.Wait(TimeSpan.FromHours(1));
            return
            [
                .. rig.Glass.Since(mark).Select(one => $"{one.Since.Ticks} {string.Join('|', one.Lines)}"),
                .. rig.Faults.Receipts.Select(one => one.ToString()),
            ];
        }

        var first = Story(InMemory);
        Assert.InRange(first.Count, 40, 1_000);
        Assert.Equal(first, Story(InMemory));
        Assert.Equal(first, Story(ThroughPty));
    }

    [Fact]
    public void A_line_of_many_meters_leaves_a_stranger_without_an_answer()
    {
        using var rig = On(InMemory with { Talk = new SplitSettings { Strangers = Strangers.Ignored } });
        rig.Faults.Inject(new Fault(FaultKind.PairedWrongly) { Meter = "37000000010" });
        rig.Clock.Wait(TimeSpan.Zero);
        Assert.Equal("No connection", rig.Glass.WaitUntilSettled().Lines[0].Trim());
        Assert.True(Assert.Single(rig.Faults.Receipts).HasStruck);
    }

    [Fact]
    public void The_keypad_unit_lives_on_when_the_mains_is_gone_and_its_keys_are_seen()
    {
        using var rig = On(InMemory);
        rig.Mains.Fail();
        Assert.Equal("", rig.MeasuringUnit!.Display[0].Trim());
        Assert.True(rig.Keypad.Press('1').IsDelivered);
        Assert.Equal("1", rig.Glass.WaitUntilSettled().Lines[0].Trim());
    }

    [Fact]
    public void Keys_of_a_keypad_unit_with_flat_batteries_reach_nobody()
    {
        using var rig = On(InMemory);
        rig.Faults.Inject(new Fault(FaultKind.BatteriesFlat));
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => rig.Keypad.Press('1'));
        Assert.Equal("the batteries of the keypad unit are flat", wrong.Why);
        Assert.Throws<StimulusNotDeliveredException>(() => rig.Faults.Inject(new Fault(FaultKind.BatteriesLow)));
        rig.Faults.Mend(FaultyPart.Batteries);
        Assert.True(rig.Keypad.Press('1').IsDelivered);
    }

    [Fact]
    public void A_line_nobody_uses_has_no_fault_that_struck()
    {
        using var rig = On(InMemory);
        rig.Faults.Inject(new Fault(FaultKind.LineLost));
        rig.Faults.Inject(new Fault(FaultKind.AnswersLost) { Times = 1 });
        rig.Clock.Wait(TimeSpan.FromSeconds(5));
        Assert.All(rig.Faults.Receipts, receipt => Assert.False(receipt.HasStruck));
        rig.Clock.Wait(TimeSpan.FromSeconds(60));
        Assert.True(rig.Faults.Receipts[0].HasStruck);
        Assert.False(rig.Faults.Receipts[1].HasStruck);
    }

    private static string Token() => SampleMeter.Station()
        .Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today).Number.ToString();

    private static SplitRig On(SplitRigSettings settings)
    {
        var rig = new SplitRig("split", settings, MeterProfile.Generic, StaTables.Sample, seed: 1);
        rig.Manufacture(SampleMeter.Registers());
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
        return rig;
    }
}

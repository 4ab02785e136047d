using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Faults;

public sealed class FaultBoxTests : IDisposable
{
    private readonly IMeterRig _rig = Rigs.Load("virtual").Build(seed: 1);

    private IFaultBox Box => _rig.Faults!;

    public FaultBoxTests()
    {
        var key = new MeterKey(
            DecoderKey.Ea07(0x1234_5678_9ABC_DEF0), new KeyRevision(1), KeyType.Dutk, new TariffIndex(1),
            new SupplyGroupCode(123456), KeyExpiry.Never);
        var number = MeterPan.Parse("600727000000000009");
        _rig.Manufacture(MeterRegisters.AsMade(
            number, key, TidStore.Empty(50), EnergyAmount.FromKwh(10)));
        _rig.Mains.Return();
        _rig.Glass.WaitUntilSettled();
    }

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_fault_has_no_receipt_until_it_has_an_effect()
    {
        Box.Inject(new Fault(FaultKind.RowBroken) { Number = 2 });
        _rig.Keypad.Press('1');
        Assert.False(Assert.Single(Box.Receipts).HasStruck);
        var before = _rig.Clock.Now;
        Assert.False(_rig.Keypad.PressTogether("5")[0].IsDelivered);
        var receipt = Assert.Single(Box.Receipts);
        Assert.Equal(before, receipt.StruckAt);
        Assert.Equal(1, receipt.Strikes);
    }

    [Fact]
    public void A_fault_that_waits_strikes_when_its_time_has_come()
    {
        Box.Inject(new Fault(FaultKind.MainsDips) { Time = TimeSpan.FromSeconds(1) }, TimeSpan.FromSeconds(5));
        _rig.Clock.Wait(TimeSpan.FromSeconds(4.9));
        Assert.False(Box.Receipts[0].HasStruck);
        Assert.True(_rig.Mains.IsOn);
        _rig.Clock.Wait(TimeSpan.FromSeconds(0.5));
        Assert.True(Box.Receipts[0].HasStruck);
        Assert.False(_rig.Mains.IsOn);
        _rig.Clock.Wait(TimeSpan.FromSeconds(1));
        Assert.True(_rig.Mains.IsOn);
    }

    [Theory]
    [InlineData(161, true)]
    [InlineData(160, false)]
    public void A_dip_to_a_voltage_takes_the_meters_supply_when_that_is_too_low(int volts, bool isOn)
    {
        Box.Inject(new Fault(FaultKind.MainsSags) { Number = volts, Time = TimeSpan.FromSeconds(1) });
        _rig.Clock.Wait(TimeSpan.FromSeconds(0.5));
        Assert.Equal((new Volts(volts), isOn), (_rig.Mains.Voltage, _rig.Mains.IsOn));
        Assert.True(Box.Receipts[0].HasStruck);
        _rig.Clock.Wait(TimeSpan.FromSeconds(0.6));
        Assert.Equal((new Volts(230), true), (_rig.Mains.Voltage, _rig.Mains.IsOn));
    }

    [Fact]
    public void The_mains_cannot_dip_to_more_than_it_has()
    {
        var fault = new Fault(FaultKind.MainsSags) { Number = 230, Time = TimeSpan.FromSeconds(1) };
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => Box.Inject(fault));
        Assert.Contains("the mains has 230 V: it cannot dip to 230 V", wrong.Message);
        _rig.Mains.Carry(new Volts(120));
        Assert.Equal((new Volts(120), false), (_rig.Mains.Voltage, _rig.Mains.IsOn));
        Assert.Contains("off", Assert.Throws<StimulusNotDeliveredException>(() => Box.Inject(fault)).Message);
        _rig.Mains.Return();
        Assert.Equal((new Volts(230), true), (_rig.Mains.Voltage, _rig.Mains.IsOn));
    }

    [Fact]
    public void What_was_mended_works_again_and_its_receipt_stays()
    {
        Box.Inject(new Fault(FaultKind.ColumnBroken) { Number = 1 });
        _rig.Keypad.PressTogether("4");
        Box.Mend(FaultyPart.Keypad);
        Assert.True(_rig.Keypad.Press('4').IsDelivered);
        Assert.Equal(1, Assert.Single(Box.Receipts).Strikes);
    }

    [Theory]
    [InlineData(FaultKind.RowBroken, 5, 0, "the keypad has rows 1 to 4, not 5")]
    [InlineData(FaultKind.ColumnBroken, 4, 0, "the keypad has columns 1 to 3, not 4")]
    [InlineData(FaultKind.RowsJoined, 1, 5, "the keypad has rows 1 to 4, not 5")]
    [InlineData(FaultKind.ColumnsJoined, 2, 2, "a column cannot touch itself")]
    [InlineData(FaultKind.MainsBounces, 0, 0, "the mains is on: it cannot return")]
    public void A_fault_of_a_part_that_is_not_there_is_no_fault(FaultKind kind, int number, int other, string why)
    {
        var fault = new Fault(kind) { Number = number, Other = other, Times = 1, Time = TimeSpan.FromSeconds(1) };
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => Box.Inject(fault));
        Assert.Contains(why, wrong.Message);
        Assert.Empty(Box.Receipts);
    }

    [Fact]
    public void Nothing_can_be_mended_that_is_whole()
    {
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => Box.Mend(FaultyPart.Display));
        Assert.Contains("nothing of the display is broken", wrong.Message);
    }

    [Fact]
    public void A_rig_with_a_serial_panel_has_no_pad_to_break()
    {
        using var rig = Rigs.Load("none").Build(seed: 1);
        var wrong = Assert.Throws<StimulusNotDeliveredException>(
            () => rig.Faults!.Inject(new Fault(FaultKind.RowBroken) { Number = 1 }));
        Assert.Contains("this rig has no keypad to break", wrong.Message);
    }

    [Fact]
    public void A_clock_that_jumps_ends_what_the_meter_waits_for_at_once()
    {
        _rig.Keypad.Press('1');
        Box.Inject(new Fault(FaultKind.ClockJumps) { Time = TimeSpan.FromHours(1) });
        _rig.Clock.Wait(TimeSpan.FromMilliseconds(50));
        Assert.Equal("10.0 kWh", _rig.Glass.Read()[0].TrimEnd());
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own_and_words_that_differ()
    {
        var kinds = Enum.GetValues<FaultKind>();
        Assert.Equal(kinds, FaultKinds.All.Select(one => one.Kind));
        Assert.Equal(kinds.Length, FaultKinds.All.Select(one => one.Name).Distinct().Count());
        var fault = new Fault(default) { Number = 1, Other = 2, Key = '5', Times = 3, Time = TimeSpan.FromSeconds(2) };
        Assert.Equal(kinds.Length, kinds.Select(kind => (fault with { Kind = kind }).ToString()).Distinct().Count());
    }
}

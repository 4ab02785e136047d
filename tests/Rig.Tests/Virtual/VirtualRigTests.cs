using HilBench.Board;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Virtual;

public class VirtualRigTests
{
    [Fact]
    public void The_same_seed_gives_the_same_receipts_and_pictures_to_the_tick()
    {
        Assert.Equal(Trace(7), Trace(7));
        Assert.NotEqual(Trace(7), Trace(8));
    }

    [Fact]
    public void Every_key_has_a_receipt_of_the_scanner()
    {
        using var rig = SampleMeter.OnPins();
        rig.Type("123*0#");
        Assert.Equal("123*0#", string.Concat(rig.Keypad.Log.Select(receipt => receipt.Key)));
        Assert.All(rig.Keypad.Log, receipt =>
        {
            Assert.Equal(ReceiptWitness.Scanner, receipt.Witness);
            Assert.InRange(receipt.SeenAt!.Value - receipt.PressedAt, Milliseconds(20), Milliseconds(40));
        });
    }

    [Fact]
    public void A_key_the_pad_does_not_have_is_not_delivered()
    {
        using var rig = SampleMeter.OnPins();
        Assert.Contains(
            "only 123456789*0#", Assert.Throws<StimulusNotDeliveredException>(() => rig.Keypad.Press('i')).Message);
    }

    [Fact]
    public void A_press_shorter_than_the_debounce_time_is_not_delivered()
    {
        using var rig = SampleMeter.OnPins();
        var press = () => rig.Keypad.Press('5', Milliseconds(5), Milliseconds(100));
        var fault = Assert.Throws<StimulusNotDeliveredException>(press);
        Assert.Contains("the meter's scanner reported no key", fault.Message);
    }

    [Fact]
    public void Three_corners_pressed_together_type_nothing()
    {
        using var rig = SampleMeter.OnPins();
        Assert.All(rig.Keypad.PressTogether("124"), receipt => Assert.False(receipt.IsDelivered));
        Assert.Equal("0.0 kWh", rig.Glass.Read()[0].Trim());
    }

    [Fact]
    public void A_stuck_key_is_reported_on_the_glass_and_the_others_still_work()
    {
        using var rig = SampleMeter.OnPins();
        var mark = rig.Glass.Mark();
        Assert.True(rig.Keypad.HoldDown('5').IsDelivered);
        rig.Clock.Wait(TimeSpan.FromSeconds(11));
        Assert.Contains("Keypad fault", rig.Words(mark));
        rig.Clock.Wait(TimeSpan.FromSeconds(5));
        rig.Keypad.Press('7');
        Assert.Equal("57", rig.Glass.Read()[0].Trim());
        rig.Keypad.LetGo('5');
        rig.Keypad.Press('5');
        Assert.Equal("575", rig.Glass.Read()[0].Trim());
    }

    [Fact]
    public void The_load_uses_the_credit_up_and_then_the_switch_opens()
    {
        using var rig = SampleMeter.OnPins(credit: EnergyAmount.FromKwh(3));
        rig.Load.Draw(new Watts(1500));
        rig.Clock.Wait(TimeSpan.FromHours(1));
        Assert.Equal("1.5 kWh", rig.Glass.Read()[0].Trim());
        Assert.Equal(Meter.LoadSwitchPosition.Closed, rig.Load.Switch);
        rig.Mains.Fail();
        rig.Clock.Wait(TimeSpan.FromHours(5));
        rig.Mains.Return();
        rig.Clock.Wait(TimeSpan.FromHours(1));
        rig.Clock.Wait(TimeSpan.FromSeconds(1));
        Assert.Equal("0.0 kWh", rig.Glass.Read()[0].Trim());
        Assert.Equal(Meter.LoadSwitchPosition.Open, rig.Load.Switch);
        Assert.Empty(rig.Findings);
    }

    [Fact]
    public void A_polled_pad_and_a_busy_flag_show_the_same_glass_as_edges_and_waits()
    {
        var settings = new VirtualRigSettings();
        settings = settings with
        {
            Keypad = new KeypadTiming { Idle = KeypadIdle.Poll },
            Wiring = settings.Wiring with { Display = settings.Wiring.Display with { ReadWrite = 23 } },
        };
        using var polled = SampleMeter.OnPins(settings: settings);
        using var usual = SampleMeter.OnPins();
        foreach (var rig in new[] { polled, usual }) rig.Type("18446744073843772416#");
        Assert.Equal(usual.Glass.Read(), polled.Glass.Read());
        Assert.Equal("Accept", polled.Glass.Read()[0].Trim());
        Assert.Empty(polled.Findings);
    }

    [Fact]
    public void A_meter_is_programmed_without_power_only()
    {
        using var rig = SampleMeter.OnPins();
        Assert.Throws<RigFaultException>(() => rig.Manufacture(SampleMeter.Registers()));
    }

    [Fact]
    public void Nothing_ticks_while_nobody_touches_an_idle_meter()
    {
        using var rig = SampleMeter.OnPins();
        var before = rig.ProcessorSteps;
        rig.Clock.Wait(TimeSpan.FromDays(1));
        Assert.InRange(rig.ProcessorSteps - before, 24 * 60, 24 * 60 + 2);
    }

    private static string Trace(ulong seed)
    {
        using var rig = SampleMeter.OnPins(seed);
        var mark = rig.Glass.Mark();
        rig.Type("1844674407*");
        var pictures = rig.Glass.Since(mark).Select(picture => $"{picture.Since.Ticks} {picture}");
        return string.Join('\n', rig.Keypad.Log.Select(key => $"{key.SeenAt?.Ticks} {key}").Concat(pictures));
    }

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}

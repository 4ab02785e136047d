using System.Device.Gpio;
using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// The meter and its bench on I2C in real time: who presses, who reads the display, and what state remains afterwards.
/// </summary>
public class PhysicalI2cTests
{
    [Fact]
    public void A_crosspoint_switch_types_a_token_and_the_glass_is_read_back_over_the_backpack()
    {
        using var pi = new EmulatedPi(EmulatedPi.WithCrosspoint);
        pi.Rig.Mains.Return();
        Type(pi);
        Assert.Equal(EnergyAmount.FromKwh(38.1m), pi.Rig.Stored!.Registers.Credit.Shown);
        Assert.All(pi.Rig.Keypad.Log, receipt => Assert.Equal(ReceiptWitness.Scanner, receipt.Witness));
        Assert.Equal(pi.Rig.Glass.WaitUntilSettled().Lines, pi.Display.ReadGlass());
        Assert.Equal(0, pi.Chips.Crosspoint!.ClosedCount);
        Assert.Empty(pi.Circuit.Findings.All);
    }

    [Fact]
    public void Contacts_left_closed_by_a_program_that_died_are_opened_at_the_start()
    {
        using var pi = new EmulatedPi(EmulatedPi.WithCrosspoint);
        pi.Chips.Bus.CreateDevice(0x70).Write([0x80, 1]);
        Assert.Equal(1, pi.Chips.Crosspoint!.ClosedCount);
        using var again = new Fingers.Crosspoint(
            pi.Chips.Bus.CreateDevice(0x70), null, pi.Settings.Crosspoint!, pi);
        Assert.Equal(0, pi.Chips.Crosspoint!.ClosedCount);
    }

    [Fact]
    public void Contacts_are_open_after_the_end_and_after_a_failure_in_the_middle_of_a_press()
    {
        var pi = new EmulatedPi(EmulatedPi.WithCrosspoint);
        pi.Rig.Mains.Return();
        pi.Rig.Keypad.HoldDown('5');
        Assert.Equal(1, pi.Chips.Crosspoint!.ClosedCount);
        pi.Happen(() => pi.Chips.Bus.Detach(pi.Chips.Expander!));
        pi.Dispose();
        Assert.Equal(0, pi.Chips.Crosspoint!.ClosedCount);
        Assert.Equal(PinMode.Input, pi.Header.ModeOf(18));
    }

    [Fact]
    public void A_rig_with_a_display_only_takes_keys_that_nobody_pressed_and_says_so()
    {
        using var pi = new EmulatedPi(settings => EmulatedPi.WithoutKeypad(EmulatedPi.OverI2c(settings)));
        pi.Rig.Mains.Return();
        Type(pi);
        Assert.All(pi.Rig.Keypad.Log, receipt => Assert.Equal(ReceiptWitness.Model, receipt.Witness));
        Assert.Throws<StimulusNotDeliveredException>(() => pi.Rig.Keypad.Press('x'));
        Assert.Throws<StimulusNotDeliveredException>(() => pi.Rig.Keypad.PressTogether("12"));
        Assert.Equal(PinMode.Input, pi.Header.ModeOf(5));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public void An_operator_is_asked_once_for_a_picture_and_believed(bool? saw)
    {
        using var pi = new EmulatedPi(settings => settings with
        {
            Judge = GlassJudge.Operator, OperatorPatience = TimeSpan.FromSeconds(3),
        });
        var asked = new List<string>();
        pi.Eyes = lines =>
        {
            asked.Add(lines[0].Trim());
            return saw;
        };
        pi.Rig.Mains.Return();
        var picture = pi.Rig.Glass.WaitUntilSettled();
        Action look = () => pi.Rig.Glass.Vouch(picture);
        if (saw == true) look();
        else if (saw == false) Assert.Throws<GlassDisputedException>(look);
        else Assert.Contains("no answer within 3 s", Assert.Throws<StimulusNotDeliveredException>(look).Message);
        if (saw == true) look();
        Assert.Equal(["12.5 kWh"], asked);
    }

    [Fact]
    public void A_healthy_bench_says_what_it_looked_at()
    {
        using var pi = new EmulatedPi(EmulatedPi.WithCrosspoint);
        pi.Rig.Mains.Return();
        var check = pi.Rig.CheckItself();
        Assert.Equal("", string.Join("; ", check.Wrong));
        Assert.Equal(
            ["chips on I2C", "contacts of the crosspoint switch", "pad at rest", "display's memory"], check.Looked);
    }

    [Fact]
    public void A_stuck_key_and_a_disturbed_display_are_found_by_the_bench_itself()
    {
        using var pi = new EmulatedPi(EmulatedPi.WithReadBack);
        pi.Rig.Mains.Return();
        pi.Happen(() =>
        {
            pi.Chips.Pad.Stick('8');
            pi.Chips.Display.Reset();
        });
        var check = pi.Rig.CheckItself();
        Assert.Contains(check.Wrong, wrong => wrong.StartsWith("pad: 8 is down, stuck or shorted"));
        Assert.Contains(check.Wrong, wrong => wrong.StartsWith("display: it does not hold \"12.5 kWh"));
    }

    [Fact]
    public void A_chip_that_went_away_is_a_fault_of_the_bench_that_says_what_to_do()
    {
        using var pi = new EmulatedPi(EmulatedPi.OverI2c);
        pi.Rig.Mains.Return();
        pi.Happen(() => pi.Chips.Bus.Detach(pi.Chips.Expander!));
        pi.Rig.Clock.Wait(TimeSpan.FromMilliseconds(300));
        var check = pi.Rig.CheckItself();
        Assert.False(check.IsHealthy);
        Assert.Contains(
            "the keypad's MCP23017 does not answer at 0x20 on I2C bus 1; look at its supply", check.Wrong[0]);
    }

    [Fact]
    public void A_stop_ends_the_waiting_for_an_operator()
    {
        using var stop = new CancellationTokenSource();
        using var pi = new EmulatedPi(
            settings => settings with { OperatorPatience = TimeSpan.FromHours(1) }, stop.Token)
        {
            Finger = _ => null,
        };
        pi.Rig.Mains.Return();
        stop.CancelAfter(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => pi.Rig.Keypad.Press('5'));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_meter_told_to_stop_leaves_inputs_and_a_whole_record(bool overI2c)
    {
        var pi = new EmulatedPi(settings =>
            EmulatedPi.WithoutKeypad(overI2c ? EmulatedPi.OverI2c(settings) : settings));
        pi.Rig.Mains.Return();
        Type(pi);
        pi.Rig.Type("1844");
        pi.Rig.Dispose();
        var store = pi.Settings.Store.Open(pi, StoredRecord.SlotBytes);
        var stored = StoredRecord.Newest(store.Read(0), store.Read(1));
        Assert.Equal(EnergyAmount.FromKwh(38.1m), stored!.Registers.Credit.Shown);
        Assert.All(pi.Settings.Outputs(), pin => Assert.Equal(PinMode.Input, pi.Header.ModeOf(pin)));
        pi.Dispose();
    }

    [Fact]
    public void The_shipped_rig_is_the_one_of_these_tests()
    {
        var plan = Assert.IsType<GpioPlan>(Rigs.Load("raspberry-pi-i2c"));
        var wiring = EmulatedPi.OverI2c(new GpioRigSettings()).Wiring;
        Assert.Equal(wiring.Display, plan.Settings.Wiring.Display);
        Assert.Equal(wiring.Keypad.Rows, plan.Settings.Wiring.Keypad.Rows);
        Assert.Equal(wiring.Keypad.Columns, plan.Settings.Wiring.Keypad.Columns);
        Assert.Equal(wiring.Keypad.Expander, plan.Settings.Wiring.Keypad.Expander);
        Assert.Equal(GlassJudge.Panel, plan.Settings.EffectiveJudge);
        Assert.Null(plan.Caveat);
    }

    private static void Type(EmulatedPi pi)
    {
        var token = SampleMeter.Station().Credit(SampleMeter.Key, EnergyAmount.FromKwh(25.6m), SampleMeter.Today);
        var mark = pi.Rig.Glass.Mark();
        pi.Rig.Type(token.Number + "#");
        pi.Rig.Clock.Wait(TimeSpan.FromMilliseconds(300));
        Assert.Contains("Accept", pi.Rig.Words(mark));
    }
}

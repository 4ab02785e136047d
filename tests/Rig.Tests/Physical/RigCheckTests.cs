using System.Device.Gpio;
using HilBench.Chips;
using HilBench.Physical;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Physical;

/// <summary>
/// The check of a bench: all lines are right on a correct bench, and each fault is named with its cause.
/// </summary>
public class RigCheckTests
{
    private static readonly GpioRigSettings OnPins = new();

    private static readonly GpioRigSettings WithFront = OnPins with
    {
        Wiring = OnPins.Wiring with { Indicators = new(Buzzer: 24, LowCredit: 10, Load: 9, Fault: 11) },
    };

    private static readonly GpioRigSettings OverI2c = EmulatedPi.OverI2c(OnPins);
    private static readonly GpioRigSettings WithTestLoop = EmulatedPi.WithTestLoop(OnPins);
    private static readonly GpioRigSettings WithCrosspoint = EmulatedPi.WithCrosspoint(OnPins);

    public static TheoryData<string> Rigs =>
        new("pins", "pins with R/W", "i2c", "crosspoint", "display only", "test loop", "digits");

    [Theory]
    [MemberData(nameof(Rigs))]
    public void A_right_bench_is_right_in_every_line_and_its_chips_are_not_misused(string rig)
    {
        var bench = new CheckBench(Rig(rig));
        var lines = bench.Check(keys: true).Lines().ToList();
        Assert.All(lines, line => Assert.True(line.IsRight, $"{line.What}: {line.Detail}"));
        Assert.Empty(bench.Circuit.Findings.All);
        var keys = string.Concat(lines.Where(line => line.What.StartsWith("key ")).Select(line => line.What[^1]));
        Assert.Equal(rig == "display only" ? "" : "123456789*0#", keys);
    }

    [Fact]
    public void Every_address_that_answers_is_named()
    {
        var lines = Lines(new CheckBench(WithCrosspoint));
        Assert.Contains("ok I2C 0x20: the keypad's MCP23017 answers", lines);
        Assert.Contains("ok I2C 0x27: the display's PCF8574 answers", lines);
        Assert.Contains("ok I2C 0x70: the crosspoint switch ADG2128 answers", lines);
        Assert.Contains("ok I2C, others: 0x50 answers", lines);
    }

    [Fact]
    public void A_missing_chip_is_named_and_the_rest_is_checked_all_the_same()
    {
        var bench = new CheckBench(OverI2c);
        bench.Chips.Bus.Detach(bench.Chips.Expander!);
        var lines = Lines(bench);
        Assert.Contains(
            "WRONG I2C 0x20: the keypad's MCP23017 is silent: supply, SDA, SCL (swapped?), address pins", lines);
        Assert.Contains(lines, line => line.StartsWith("WRONG pad: the keypad's MCP23017 does not answer at 0x20"));
        Assert.Contains("ok display: holds what was written", lines);
    }

    [Theory]
    [InlineData("pins")]
    [InlineData("i2c")]
    public void A_stuck_key_and_a_shorted_row_are_told_apart(string rig)
    {
        var stuck = new CheckBench(Rig(rig));
        stuck.Chips.Pad.Stick('5');
        var lines = Lines(stuck);
        Assert.Contains("ok row 1: no key stuck, not shorted to a column", lines);
        Assert.Contains(lines, line => line.StartsWith("WRONG row 2: joined to") && line.Contains("key 5 is down"));
        var shorted = new CheckBench(Rig(rig));
        foreach (var key in "*0#") shorted.Chips.Pad.Stick(key);
        lines = Lines(shorted);
        Assert.Contains("ok row 2: no key stuck, not shorted to a column", lines);
        Assert.Contains(lines, line => line.StartsWith("WRONG row 4") && line.Contains("shorted to every column"));
    }

    [Theory]
    [InlineData("pins", "GPIO 16 low: no pull-up, or short to ground")]
    [InlineData("i2c", "GPB1 low: no pull-up, or short to ground")]
    public void A_column_at_ground_is_found_at_rest(string rig, string detail)
    {
        var bench = new CheckBench(Rig(rig));
        bench.Chips.PadHeader.AttachChip().Drive(bench.Settings.Wiring.Keypad.Columns[1], high: false);
        Assert.Contains($"WRONG columns at rest: {detail}", Lines(bench));
    }

    [Fact]
    public void Swapped_data_wires_are_seen_by_reading_the_panel_back()
    {
        var swapped = new CheckBench(OverI2c, wired => wired with
        {
            Wiring = wired.Wiring with { Display = wired.Wiring.Display with { D4 = 5, D5 = 4 } },
        });
        Assert.Contains(Lines(swapped), line => line.StartsWith("WRONG display: reads \""));
    }

    [Fact]
    public void Swapped_rows_are_seen_key_by_key()
    {
        var bench = new CheckBench(OnPins, wired => wired with
        {
            Wiring = wired.Wiring with { Keypad = wired.Wiring.Keypad with { Rows = [6, 5, 13, 19] } },
        });
        Assert.Contains("WRONG key 1: seen as 4: rows or columns are swapped", Lines(bench, keys: true));
    }

    [Fact]
    public void A_key_nobody_presses_ends_the_round()
    {
        var bench = new CheckBench(OnPins) { Finger = key => key == '4' ? null : key };
        var lines = Lines(bench, keys: true);
        Assert.Equal("WRONG key 4: nobody pressed it, or its row or column is not wired", lines[^1]);
    }

    [Theory]
    [InlineData(KeypadDiodes.None, "none: 124 together look like 5 too, which the scanner refuses")]
    [InlineData(KeypadDiodes.ColumnToRow, "every key has one: three keys are three keys")]
    public void Three_keys_tell_whether_there_are_diodes(KeypadDiodes diodes, string detail)
    {
        var bench = new CheckBench(OnPins, wired => wired with { Diodes = diodes });
        Assert.Equal($"ok diodes: {detail}", Lines(bench, keys: true)[^1]);
    }

    [Fact]
    public void A_dead_key_is_found_by_the_crosspoint_switch_only_when_its_own_wire_is_off()
    {
        var bench = new CheckBench(WithCrosspoint, wired => wired with
        {
            Crosspoint = wired.Crosspoint! with { Columns = [0, 1, 3] },
        });
        var lines = Lines(bench, keys: true);
        Assert.Contains("ok key 2: seen", lines);
        Assert.Contains("WRONG key 3: not seen: its row or column is not wired, or the press is too short", lines);
        Assert.Equal(0, bench.Chips.Crosspoint!.ClosedCount);
    }

    [Fact]
    public void Calibration_finds_times_that_hold_and_no_shorter_ones_do()
    {
        var bench = new CheckBench(WithCrosspoint);
        var check = bench.Check(calibrate: true);
        var line = check.Lines().Last();
        Assert.True(line.IsRight, line.Detail);
        Assert.StartsWith("shortest reliable press ", line.Detail);
        // Debouncing takes 20 ms at least, and two scans of the expander at 100 kHz come on top.
        Assert.InRange(check.Calibrated!.Press.TotalMilliseconds, 30, 120);
        Assert.InRange(check.Calibrated.Gap.TotalMilliseconds, 30, 120);
        var calibrated = new CheckBench(WithCrosspoint with { Press = check.Calibrated });
        Assert.All(calibrated.Check(keys: true).Lines(), one => Assert.True(one.IsRight, one.Detail));
        var hasty = new PressTiming { Press = TimeSpan.FromMilliseconds(5), Gap = check.Calibrated.Gap };
        Assert.Contains(
            new CheckBench(WithCrosspoint with { Press = hasty }).Check(keys: true).Lines(), one => !one.IsRight);
    }

    [Theory]
    [InlineData(null, "WRONG front: buzzer, low-credit LED, load LED, fault LED: nobody answered")]
    [InlineData(true, "ok front: buzzer, low-credit LED, load LED, fault LED: seen and heard")]
    [InlineData(false, "WRONG front: buzzer, low-credit LED, load LED, fault LED: not all seen and heard: wire, ")]
    public void Buzzer_and_lamps_are_what_the_operator_says_they_are(bool? answer, string line)
    {
        var bench = new CheckBench(WithFront) { Answer = _ => answer };
        Assert.Contains(Lines(bench, keys: true), one => one.StartsWith(line, StringComparison.Ordinal));
        Assert.Contains(
            Lines(new CheckBench(WithFront)), one => one.EndsWith("so look and listen", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(new CheckBench(OnPins)), one => one.Contains("front"));
    }

    [Fact]
    public void Each_of_buzzer_and_lamps_is_on_for_half_a_second_and_then_an_input()
    {
        var bench = new CheckBench(WithFront);
        var buzzer = new PiezoBuzzer(bench.Circuit, bench.Chips.Header, 24);
        int[] pins = [10, 9, 11];
        var lamps = pins.Select(pin => new IndicatorLed(bench.Circuit, bench.Chips.Header, pin)).ToArray();
        Lines(bench);
        var buzz = Assert.Single(buzzer.Heard);
        Assert.Equal(TimeSpan.FromMilliseconds(500), buzz.Until - buzz.From);
        Assert.All(lamps, lamp => Assert.Equal((2, false), (lamp.Changes, lamp.IsLit)));
        Assert.All(pins, pin => Assert.Equal(PinMode.Input, bench.Chips.Header.ModeOf(pin)));
        Assert.Empty(bench.Circuit.Findings.All);
    }

    [Fact]
    public void The_contact_in_a_test_loop_is_closed_and_opened_once_and_what_is_wrong_with_it_is_named()
    {
        var bench = new CheckBench(WithTestLoop);
        var lines = Lines(bench);
        Assert.Contains("ok I2C 0x40: the test loop's INA236 answers", lines);
        Assert.Contains("ok contact open: 12.0 V, 0.0 mA", lines);
        Assert.Contains("ok contact closed: 12.0 V, 100.0 mA", lines);
        Assert.Equal(PinMode.Input, bench.Chips.Header.ModeOf(18));
        bench.Wait(TimeSpan.FromMilliseconds(50));
        Assert.False(bench.Chips.Loop!.IsClosed);
        bench.Chips.Loop.Condition = ContactCondition.Welded;
        Assert.Contains("WRONG contact open: 12.0 V, 100.0 mA: it is welded, or the driver is stuck", Lines(bench));
        bench.Chips.Loop.Condition = ContactCondition.Dead;
        Assert.Contains(
            "WRONG contact closed: 12.0 V, 0.0 mA: it is dead, or the coil has no current", Lines(bench));
        bench.Chips.Loop.Volts = 5;
        Assert.Contains(Lines(bench), line => line.StartsWith("WRONG test loop: the test loop has 5.0 V, not 12 V"));
    }

    [Fact]
    public void An_operator_cannot_be_calibrated() => Assert.Contains(
        "needs press.kind adg2128", new CheckBench(OnPins).Check(calibrate: true).Lines().Last().Detail);

    private static GpioRigSettings Rig(string rig) => rig switch
    {
        "pins" => OnPins,
        "pins with R/W" => EmulatedPi.WithReadBack(OnPins),
        "i2c" => OverI2c,
        "crosspoint" => WithCrosspoint,
        "test loop" => WithTestLoop,
        "digits" => OnPins with
        {
            Wiring = OnPins.Wiring with { Display = OnPins.Wiring.Display with { Segments = new() } },
        },
        _ => OverI2c with { HasKeypad = false },
    };

    private static List<string> Lines(CheckBench bench, bool keys = false) =>
        [.. bench.Check(keys).Lines().Select(line => $"{(line.IsRight ? "ok" : "WRONG")} {line.What}: {line.Detail}")];
}

using static HilBench.Recording.Tests.Looking.Taped;

namespace HilBench.Recording.Tests.Looking;

public sealed class VcdFileTests
{
    private const int MostBytes = 50_000_000;

    [Fact]
    public void Wires_are_wires_and_what_has_no_level_is_text()
    {
        using var taped = Usual();
        var waves = Waves.Of(taped.Read());
        Assert.Equal(["0: 0", "0: 1"], waves["board.MAINS"]);
        Assert.Equal(["0: 0", "1010000: 1"], waves["keypad.ROW1"]);
        Assert.Equal(["0: 0", "1010000: 1", "1010005: 0"], waves["lcd.LCD_E"]);
        Assert.Equal(
            ["0: -", "0: 1 Given a meter", "1000000: 2 When somebody types \"12\"", "5000000: 3 Then it shows \"12\""],
            waves["scenario.step"]);
        Assert.Equal(["0: -", "100000: 0.0 kWh ", "1300000:  1 -    ", "3300000: 12      "], waves["scenario.glass_1"]);
        Assert.Equal(
            [
                "0: -", "50000: 0x50 write 00 40", "60000: 0x50 write 00 40 (again)",
                "70000: 0x51 read, not acknowledged",
            ],
            waves["buses.I2C"]);
        Assert.Equal(["0: -", "1231000: key 1"], waves["meter.input"]);
        Assert.Equal("1000000: key 1: seen by the scanner after 23.1 ms", waves["scenario.keys"].ElementAt(1));
    }

    [Fact]
    public void Time_never_goes_back_and_goes_beyond_the_last_value()
    {
        using var taped = Usual();
        var recording = taped.Read();
        var times = Waves.Of(recording).Times;
        Assert.Equal(times.Distinct().Order(), times);
        Assert.True(times[^1] > recording.Length.Ticks);
    }

    [Fact]
    public void A_gap_is_unknown_on_every_wire_and_says_how_much_is_missing()
    {
        var waves = Waves.Of(Read(WithGap()));
        Assert.Equal(["0: 0", "10000: 1", "10001: x", "90000: 0", "90000: 1"], waves["keypad.ROW1"]);
        Assert.Equal(["0: 0", "10001: x", "90000: 1"], waves["keypad.ROW2"]);
        Assert.Equal(
            ["0: -", "10001: 1,234 levels and transfers were left out before this", "90000: -"], waves["scenario.gap"]);
    }

    [Fact]
    public void A_million_edges_stay_below_fifty_megabytes()
    {
        using var taped = new Taped();
        var wires = Enumerable.Range(0, 40).Select(wire => taped.Probe.Wire($"LCD_D{wire}")).ToArray();
        taped.At(0).Call(RigVerb.MainsReturn, Ms(0));
        // The worst that there is: every edge at a time of its own, late in a long scenario, on a wire of a long name.
        for (var edge = 0; edge < 1_000_000; edge++)
        {
            taped.Probe.Level(
                wires[edge % wires.Length], isHigh: edge / wires.Length % 2 == 0,
                TimeSpan.FromDays(1000) + TimeSpan.FromTicks(edge * 37L));
        }

        var file = Waves.FileOf(taped.Read());
        Assert.InRange(file.Length, 1_000_000, MostBytes);
        var waves = Waves.Of(file);
        Assert.Equal(1_000_000 + wires.Length, wires.Sum(wire => waves[$"lcd.LCD_D{wire}"].Count()));
    }

    [Fact]
    public void A_recording_without_wires_still_has_step_display_and_keys()
    {
        using var taped = new Taped();
        taped.At(0).Press('1', Ms(1), Ms(20)).Glass(Ms(30), "1", "");
        var waves = Waves.Of(taped.Read());
        Assert.All(waves.Names, name => Assert.DoesNotContain("keypad", name));
        Assert.Equal(["0: -", "300000: 1"], waves["scenario.glass_1"]);
    }

    [Fact]
    public void Text_keeps_what_a_viewer_would_take_for_something_else()
    {
        using var taped = new Taped();
        taped.At(0).Glass(Ms(1), "a\\040 $end\n#5", "é\"?' ");
        var waves = Waves.Of(taped.Read());
        Assert.Equal(["0: -", "10000: a\\040 $end\n#5"], waves["scenario.glass_1"]);
        Assert.Equal(["0: -", "10000: é\"?' "], waves["scenario.glass_2"]);
    }
}

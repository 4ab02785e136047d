using HilBench.Recording.Looking.Waves;
using static HilBench.Recording.Tests.Looking.Taped;

namespace HilBench.Recording.Tests.Looking.Reels;

/// <summary>What stands at a cursor, and between two.</summary>
public sealed class WaveReadingTests
{
    [Fact]
    public void At_a_cursor_stand_levels_the_last_bytes_inputs_and_effects_and_the_glass()
    {
        var reel = WaveTapeTests.Usual().Reel();
        var reading = WaveReading.Of(reel, Ms(32), reel.Lanes);
        Assert.Equal(
            ["0.0 kWh", "0", "0", "1", "0x50 write 00 40", "to the meter 2F 3F '/?'", "key 7", "answer Accept"],
            reading.Values.Select(value => value.Text));
        Assert.Equal(
            [Ms(4), null, Ms(10.001), Ms(0), Ms(20), Ms(22), Ms(30), Ms(31)],
            reading.Values.Select(value => value.Since));
        Assert.Equal(["0.0 kWh ", "        "], reading.Glass);
    }

    [Fact]
    public void At_the_time_of_an_edge_stands_what_is_after_it()
    {
        var reel = WaveTapeTests.Usual().Reel();
        var enable = WaveTapeTests.Lane(reel, "LCD_E");
        Assert.Equal(["0", "1", "1", "0"], new[] { 9.9999, 10, 10.0009, 10.001 }
            .Select(at => WaveReading.Of(reel, Ms(at), [enable]).Values[0].Text));
        Assert.Equal(["Accept  ", "35.6 kWh"], WaveReading.Of(reel, Ms(33), []).Glass);
        Assert.Null(WaveReading.Of(reel, Ms(3.9), []).Glass);
    }

    [Fact]
    public void Before_the_tape_after_its_end_and_in_a_gap_no_level_is_known()
    {
        var tape = new WaveTape(mostMoments: 1);
        var row = tape.Wire("ROW1");
        tape.Level(row, isHigh: true, Ms(1));
        tape.Level(row, isHigh: false, Ms(5));
        Assert.Equal([null, "1", "0", null], Texts(tape.Reel(), "ROW1", 0.5, 1, 5, 6));

        // Levels from 1 ms, a gap up to 9 ms after which both wires are high.
        var gap = WaveReel.Of(Read(WithGap()));
        Assert.Equal([new WaveGap(Ms(1), Ms(9))], gap.Gaps);
        Assert.Equal(["0", "1", null, null, "1"], Texts(gap, "ROW1", 0.5, 1, 1.1, 8.9, 9));
        Assert.Equal(["0", null, "1"], Texts(gap, "ROW2", 1, 5, 9));
    }

    [Fact]
    public void A_recording_has_its_steps_and_deeds_as_well()
    {
        using var taped = Taped.Usual();
        var reel = WaveReel.Of(taped.Read());
        var reading = WaveReading.Of(reel, Ms(311), reel.Lanes).Values.ToDictionary(one => one.Lane.Name);
        Assert.Equal("When somebody types \"12\"", reading["step"].Text);
        Assert.Equal("1 -", reading["glass"].Text);
        Assert.Equal("keys: key 2: seen by the scanner after 20.0 ms", reading["deeds"].Text);
        Assert.Equal("key 1", reading["told"].Text);
        Assert.Equal("to the meter 3F '?'", reading["PORT"].Text);
        Assert.Equal(("1", Ms(0)), (reading["MAINS"].Text, reading["MAINS"].Since));
        Assert.Equal((TimeSpan.Zero, Ms(500)), (reel.From, reel.To));
    }

    [Theory]
    [InlineData(121_715_595, "12.171 559 5 s")]
    [InlineData(0, "0.000 000 0 s")]
    [InlineData(-5, "-0.000 000 5 s")]
    [InlineData(36_000_000_001, "3600.000 000 1 s")]
    public void A_moment_has_all_digits_that_the_bench_knows(long ticks, string text) =>
        Assert.Equal(text, WaveText.Moment(new TimeSpan(ticks)));

    [Theory]
    [InlineData(0, "0 µs", null)]
    [InlineData(5, "0.5 µs", "2 MHz")]
    [InlineData(370, "37 µs", "27.03 kHz")]
    [InlineData(-370, "-37 µs", "27.03 kHz")]
    [InlineData(9_999, "999.9 µs", "1 kHz")]
    [InlineData(200_000, "20 ms", "50 Hz")]
    [InlineData(30_000_000, "3 s", "0.3333 Hz")]
    public void Between_two_cursors_stand_a_time_and_how_often_that_is(long ticks, string time, string? often)
    {
        Assert.Equal(time, WaveText.Interval(new TimeSpan(ticks)));
        Assert.Equal(often, WaveText.PerSecond(new TimeSpan(ticks)));
    }

    private static IEnumerable<string?> Texts(WaveReel reel, string lane, params double[] at) =>
        at.Select(one => WaveReading.Of(reel, Ms(one), [WaveTapeTests.Lane(reel, lane)]).Values[0].Text);
}

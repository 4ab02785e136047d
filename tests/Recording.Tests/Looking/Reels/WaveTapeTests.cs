using HilBench.Meter;
using HilBench.Recording.Looking.Waves;
using HilBench.Roles;
using static HilBench.Recording.Tests.Looking.Taped;

namespace HilBench.Recording.Tests.Looking.Reels;

/// <summary>The tape that a live rig writes.</summary>
public sealed class WaveTapeTests
{
    [Fact]
    public void What_the_rig_told_stands_in_lanes_in_the_order_of_their_kinds()
    {
        var reel = Usual().Reel();
        Assert.Equal(
            ["Glass:glass", "Keypad:ROW1", "Display:LCD_E", "Supply:MAINS", "Bus:I2C", "Link:PORT", "Told:told",
                "Wanted:wanted"],
            reel.Lanes.Select(lane => lane.Id));
        Assert.Equal((TimeSpan.Zero, Ms(40)), (reel.From, reel.To));
    }

    [Fact]
    public void A_level_that_is_told_again_is_no_edge()
    {
        var tape = new WaveTape();
        var row = tape.Wire("ROW1");
        foreach (var (at, isHigh) in new[] { (1, false), (2, true), (3, true), (4, false) })
            tape.Level(row, isHigh, Ms(at));
        var lane = Assert.IsType<LevelLane>(Lane(tape.Reel(), "ROW1"));
        Assert.Equal((Ms(2), Ms(4), null), (lane.Next(Ms(0)), lane.Next(Ms(2)), lane.Next(Ms(4))));
        Assert.Equal((Ms(4), Ms(2), null), (lane.Previous(Ms(9)), lane.Previous(Ms(4)), lane.Previous(Ms(2))));
        Assert.Equal((false, true, true, false),
            (lane.IsHighAt(Ms(1)), lane.IsHighAt(Ms(2)), lane.IsHighAt(Ms(3)), lane.IsHighAt(Ms(4))));
    }

    [Fact]
    public void A_reel_never_changes_though_the_tape_goes_on_and_forgets()
    {
        var tape = new WaveTape(mostMoments: 20);
        var row = tape.Wire("ROW1");
        for (var at = 1; at <= 5; at++) tape.Level(row, at % 2 != 0, Ms(at));
        var early = tape.Reel();
        for (var at = 6; at <= 1000; at++) tape.Level(row, at % 2 != 0, Ms(at));
        var lane = (LevelLane)Lane(early, "ROW1");
        Assert.Equal((Ms(5), TimeSpan.Zero), (early.To, early.From));
        Assert.Equal([1, 2, 3, 4, 5], EdgesOf(lane));
        Assert.Equal([false, true, false, true, false, true],
            Enumerable.Range(0, 6).Select(at => lane.IsHighAt(Ms(at))));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void Of_more_than_it_keeps_the_last_are_there_with_their_levels_and_it_says_from_when_on(int most)
    {
        var tape = new WaveTape(most);
        var row = tape.Wire("ROW1");
        for (var at = 1; at <= 1000; at++) tape.Level(row, at % 2 != 0, Ms(at));
        var reel = tape.Reel();
        var lane = (LevelLane)Lane(reel, "ROW1");
        Assert.Equal(Enumerable.Range(1001 - most, most), EdgesOf(lane));
        Assert.Equal((Ms(1000 - most), Ms(1000)), (reel.From, reel.To));
        Assert.True(lane.IsHighAt(Ms(999)));
        Assert.False(lane.IsHighAt(Ms(1000)));
        Assert.Equal(most % 2 != 0, lane.IsHighAt(reel.From - Ms(1)));
    }

    [Fact]
    public void What_is_oldest_goes_first_on_whatever_lane_it_is()
    {
        var tape = new WaveTape(mostMoments: 2);
        var (row, bus) = (tape.Wire("ROW1"), tape.Line("I2C"));
        tape.Level(row, isHigh: true, Ms(1));
        tape.Bytes(bus, default, [1], Ms(2));
        tape.Takes(new MeterInput.CoverOpened(), Ms(3));
        Assert.True(Lane(tape.Reel(), "ROW1").IsStill);
        Assert.Equal(Ms(2), Lane(tape.Reel(), "I2C").Next(Ms(0)));
        tape.Does(new Effect.Answer(ResultCode.Accept), Ms(4));
        Assert.True(Lane(tape.Reel(), "I2C").IsStill);
        Assert.Equal((Ms(3), Ms(4)), (Lane(tape.Reel(), "told").Next(Ms(0)), Lane(tape.Reel(), "wanted").Next(Ms(0))));
    }

    [Fact]
    public void It_grows_when_something_happens_and_when_time_passes_but_not_by_looking_or_by_the_same_picture()
    {
        var tape = new WaveTape();
        tape.Glass(["Accept", ""], Ms(1));
        var before = tape.Grown;
        var reel = tape.Reel();
        tape.Glass(["Accept", ""], Ms(5));
        tape.Passed(Ms(1));
        Assert.Equal(before, tape.Grown);
        Assert.Same(reel, tape.Reel());
        var happened = tape.Happened;
        tape.Passed(Ms(9));
        Assert.NotEqual(before, tape.Grown);
        Assert.Equal(happened, tape.Happened);
        tape.Glass(["Used", ""], Ms(9));
        Assert.NotEqual(happened, tape.Happened);
        Assert.Equal(Ms(9), tape.Reel().To);
    }

    [Fact]
    public void What_is_told_late_counts_from_when_it_is_told()
    {
        var tape = new WaveTape();
        var (row, column) = (tape.Wire("ROW1"), tape.Wire("COL1"));
        tape.Level(row, isHigh: true, Ms(8));
        tape.Level(column, isHigh: true, Ms(7));
        Assert.Equal(Ms(8), Lane(tape.Reel(), "COL1").Next(Ms(0)));
    }

    [Fact]
    public void A_picture_counts_from_when_it_was_there_though_it_is_told_later()
    {
        var tape = new WaveTape();
        tape.Level(tape.Wire("ROW1"), isHigh: true, Ms(8));
        tape.Glass(["Accept", ""], Ms(5));
        tape.Glass(["35.6 kWh", ""], Ms(4));
        var reel = tape.Reel();
        Assert.Null(reel.GlassAt(Ms(4.9)));
        Assert.Equal(["35.6 kWh", ""], reel.GlassAt(Ms(5)));
        Assert.Equal(Ms(8), reel.To);
    }

    [Fact]
    public async Task While_a_rig_writes_every_reel_is_whole()
    {
        var tape = new WaveTape(mostMoments: 500);
        var wires = Enumerable.Range(0, 4).Select(wire => tape.Wire($"ROW{wire}")).ToArray();
        var rig = Task.Run(() =>
        {
            for (var at = 0; at < 200_000; at++) tape.Level(wires[at % 4], at / 4 % 2 == 0, TimeSpan.FromTicks(at));
        }, TestContext.Current.CancellationToken);
        var looks = 0;
        do
        {
            var reel = tape.Reel();
            var times = reel.Lanes.OfType<LevelLane>().SelectMany(lane => lane.Times).Order().ToArray();
            Assert.True(times.Length <= 500);
            // The rig turns a wire every tick: none of the last is missing.
            for (var i = 1; i < times.Length; i++) Assert.Equal(times[0].Ticks + i, times[i].Ticks);
            looks++;
        } while (!rig.IsCompleted);
        await rig;
        Assert.True(looks > 0);
        Assert.Equal(199_999, tape.Reel().To.Ticks);
    }

    internal static WaveTape Usual()
    {
        var tape = new WaveTape();
        var (mains, enable, row) = (tape.Wire("MAINS"), tape.Wire("LCD_E"), tape.Wire("ROW1"));
        var (port, bus) = (tape.Line("PORT"), tape.Line("I2C"));
        tape.Level(mains, isHigh: true, Ms(0));
        tape.Glass(["0.0 kWh ", "        "], Ms(4));
        tape.Level(enable, isHigh: true, Ms(10));
        tape.Level(enable, isHigh: false, Ms(10.001));
        tape.Bytes(bus, new LineTraffic(ToMeter: false, 0x50), [0, 0x40], Ms(20));
        tape.Bytes(port, new LineTraffic(ToMeter: true), "/?"u8, Ms(22));
        tape.Takes(new MeterInput.KeyPressed('7'), Ms(30));
        tape.Does(new Effect.Answer(ResultCode.Accept), Ms(31));
        tape.Glass(["Accept  ", "35.6 kWh"], Ms(33));
        tape.Level(row, isHigh: true, Ms(40));
        return tape;
    }

    internal static WaveLane Lane(WaveReel reel, string name) => reel.Lanes.Single(lane => lane.Name == name);

    private static IEnumerable<int> EdgesOf(WaveLane lane) => lane.Times.Select(at => (int)at.TotalMilliseconds);
}

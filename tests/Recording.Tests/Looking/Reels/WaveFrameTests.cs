using HilBench.Recording.Looking.Waves;
using static HilBench.Recording.Tests.Looking.Taped;

namespace HilBench.Recording.Tests.Looking.Reels;

/// <summary>Where a view is, how much it shows, and the times below it.</summary>
public sealed class WaveFrameTests
{
    [Fact]
    public void The_zoom_goes_in_steps_of_one_two_and_five_from_a_microsecond()
    {
        Assert.Equal([10, 20, 50, 100, 200, 500, 1000], WaveZoom.Lengths.Take(7).Select(one => one.Ticks));
        Assert.Equal(Ms(1_000_000), WaveZoom.Lengths[^1]);
        Assert.Equal((Ms(500), Ms(2000)), (WaveZoom.In(Ms(1000)), WaveZoom.Out(Ms(1000))));
        Assert.Equal((Ms(2000), Ms(5000)), (WaveZoom.In(Ms(3000)), WaveZoom.Out(Ms(3000))));
        Assert.Equal(WaveZoom.Shortest, WaveZoom.In(WaveZoom.Shortest));
        Assert.Equal(WaveZoom.Longest, WaveZoom.Out(WaveZoom.Longest));
        Assert.Equal((Ms(2000), Ms(2000)), (WaveZoom.Around(Ms(1001)), WaveZoom.Around(Ms(2000))));
    }

    [Fact]
    public void What_one_zooms_about_stays_where_it_is()
    {
        var frame = new WaveFrame(Ms(1000), Ms(1000), 800).Zoomed(Ms(100), about: Ms(1750));
        Assert.Equal((Ms(1675), Ms(1775)), (frame.From, frame.To));
        Assert.Equal(600, frame.PixelOf(Ms(1750)));
        Assert.Equal(Ms(1750), frame.TimeAt(600));
    }

    [Fact]
    public void It_moves_by_pages_to_an_end_and_to_what_is_not_in_it()
    {
        var frame = new WaveFrame(Ms(100), Ms(10), 800);
        Assert.Equal(Ms(105), frame.Panned(0.5).From);
        Assert.Equal(Ms(90), frame.Panned(-1).From);
        Assert.Equal(Ms(110), frame.Ending(Ms(120)).From);
        Assert.Equal(Ms(100), frame.Showing(Ms(110)).From);
        Assert.Equal(Ms(295), frame.Showing(Ms(300)).From);
        Assert.Null(frame.PixelOf(Ms(111)));
    }

    [Fact]
    public void It_shows_nothing_beyond_the_reel()
    {
        var reel = WaveTapeTests.Usual().Reel();
        Assert.Equal(Ms(30), new WaveFrame(Ms(100), Ms(10), 800).Within(reel).From);
        Assert.Equal(Ms(0), new WaveFrame(Ms(-5), Ms(10), 800).Within(reel).From);
        Assert.Equal(Ms(0), new WaveFrame(Ms(5), Ms(1000), 800).Within(reel).From);
        Assert.Equal(Ms(12), new WaveFrame(Ms(12), Ms(10), 800).Within(reel).From);
    }

    [Fact]
    public void Long_times_count_from_the_start()
    {
        // 800 pixels are ten labels: 10 s in steps of 1 s.
        var axis = WaveAxis.Of(new WaveFrame(Ms(2500), Ms(10_000), 800));
        Assert.Null(axis.Base);
        Assert.Equal(["3 s", "4 s", "5 s"], axis.Ticks.Take(3).Select(tick => tick.Label));
        Assert.Equal([40.0, 120, 200], axis.Ticks.Take(3).Select(tick => tick.X));
        Assert.Equal("12 s", axis.Ticks[^1].Label);
    }

    [Fact]
    public void Milliseconds_count_from_a_second_and_microseconds_from_a_millisecond()
    {
        var axis = WaveAxis.Of(new WaveFrame(Ms(12_171.5), Ms(10), 800));
        Assert.Equal("12 s", axis.Base);
        Assert.Equal(["+172 ms", "+173 ms"], axis.Ticks.Take(2).Select(tick => tick.Label));

        axis = WaveAxis.Of(new WaveFrame(Ms(12_171.9995), Ms(0.001), 400));
        Assert.Equal("12.171 s", axis.Base);
        Assert.Equal(
            ["+999.6 µs", "+999.8 µs", "+1000 µs", "+1000.2 µs", "+1000.4 µs"], axis.Ticks.Select(tick => tick.Label));
        Assert.Equal([40.0, 120, 200, 280, 360], axis.Ticks.Select(tick => Math.Round(tick.X, 6)));
    }

    [Fact]
    public void Every_zoom_has_some_times_and_not_too_many()
    {
        foreach (var length in WaveZoom.Lengths)
        {
            var ticks = WaveAxis.Of(new WaveFrame(Ms(1234.5678), length, 800)).Ticks;
            Assert.InRange(ticks.Count, 4, 11);
            Assert.Equal(ticks.Count, ticks.Select(tick => tick.Label).Distinct().Count());
        }
    }
}

using HilBench.Meter;
using HilBench.Recording.Looking.Waves;
using HilBench.Roles;
using static HilBench.Recording.Tests.Looking.Taped;

namespace HilBench.Recording.Tests.Looking.Reels;

/// <summary>What is drawn of a reel: 10 pixels high, low at 10.</summary>
public sealed class WavePictureTests
{
    [Fact]
    public void A_level_is_drawn_from_edge_to_edge_at_any_zoom()
    {
        var reel = WaveTapeTests.Usual().Reel();
        // 100 pixels are 100 ms: the pulse of a microsecond is one pixel.
        var row = RowOf(reel, "LCD_E", new WaveFrame(Ms(0), Ms(100), 100));
        Assert.Equal(("M0 10h10M11 10h89", "M10 5h1"), (row.Strokes, row.Bands));
        // 100 pixels are 2 us: the pulse is half of it.
        row = RowOf(reel, "LCD_E", new WaveFrame(Ms(9.9995), Ms(0.002), 100));
        Assert.Equal(("M0 10h25v-10h50v10h25", ""), (row.Strokes, row.Bands));
        // All of it is in the pulse.
        row = RowOf(reel, "LCD_E", new WaveFrame(Ms(10.0002), Ms(0.0005), 100));
        Assert.Equal(("M0 0h100", ""), (row.Strokes, row.Bands));
    }

    [Fact]
    public void Of_a_hundred_thousand_edges_there_is_a_band_and_the_edges_beside_it()
    {
        var tape = new WaveTape();
        var row = tape.Wire("ROW1");
        tape.Level(row, isHigh: true, Ms(100));
        for (var i = 0; i < 100_001; i++) tape.Level(row, i % 2 != 0, Ms(200 + (i * 0.001)));
        tape.Level(row, isHigh: true, Ms(400));
        var drawn = RowOf(tape.Reel(), "ROW1", new WaveFrame(Ms(0), Ms(500), 500));
        Assert.Equal("M0 10h100v-10h100M301 10h99v-10h100", drawn.Strokes);
        Assert.Equal("M200 5h101", drawn.Bands);
    }

    [Fact]
    public void Bytes_have_a_box_with_their_words_where_there_is_room_and_a_stroke_where_there_is_none()
    {
        var tape = new WaveTape();
        var bus = tape.Line("I2C");
        tape.Bytes(bus, new LineTraffic(ToMeter: false, 0x50), [0, 0x40], Ms(100));
        tape.Bytes(bus, new LineTraffic(ToMeter: true, 0x50), [7], Ms(102));
        tape.Bytes(bus, new LineTraffic(ToMeter: true, 0x51, IsRefused: true), [], Ms(200));
        var reel = tape.Reel();
        var row = RowOf(reel, "I2C", new WaveFrame(Ms(0), Ms(400), 400));
        Assert.Equal("M100 5h1", row.Bands);
        // 12 letters of 6.7 pixels are 80, and 6 around them; the last has room for all its 27 letters.
        Assert.Equal(
            [
                new WaveBox(102, 86, "0x50 read 07", "0x50 read 07"),
                new WaveBox(200, 186, "0x51 read, not acknowledged", "0x51 read, not acknowledged"),
            ],
            row.Boxes);
        // Two milliseconds are 40 pixels, less 2 between boxes: 32 for letters, so four and the dots.
        row = RowOf(reel, "I2C", new WaveFrame(Ms(99), Ms(4), 80));
        Assert.Equal((20, 38, "0x50…"), (row.Boxes[0].X, row.Boxes[0].Width, row.Boxes[0].Text));
    }

    [Fact]
    public void Bytes_that_one_side_of_a_link_sends_without_a_break_are_read_as_one_message()
    {
        var tape = new WaveTape();
        var port = tape.Line("PORT");
        foreach (var (at, letter) in new[] { (100, '/'), (101, '?'), (102, '!'), (300, '0') })
            tape.Bytes(port, new LineTraffic(ToMeter: true), [(byte)letter], Ms(at));
        foreach (var letter in "OK") tape.Bytes(port, new LineTraffic(ToMeter: false), [(byte)letter], Ms(301));
        var reel = tape.Reel();
        // Two pixels a millisecond: the next message leaves room.
        var row = RowOf(reel, "PORT", new WaveFrame(Ms(0), Ms(400), 800));
        Assert.Equal(
            [(200, "to '/?!' 2F 3F 21"), (602, "from 'OK' 4F 4B")], row.Boxes.Select(box => (box.X, box.Text)));
        Assert.Equal("M600 5h1", row.Bands);
        // Forty pixels a millisecond: each byte has its own.
        row = RowOf(reel, "PORT", new WaveFrame(Ms(99), Ms(10), 400));
        Assert.Equal(["to '…", "to '…", "to '!' 21"], row.Boxes.Select(box => box.Text));
    }

    [Fact]
    public void What_happened_at_one_moment_stands_in_one_box()
    {
        var tape = new WaveTape();
        tape.Does(new Effect.Answer(ResultCode.Accept), Ms(10));
        tape.Does(new Effect.SwitchLoad(LoadSwitchPosition.Closed), Ms(10));
        var row = RowOf(tape.Reel(), "wanted", new WaveFrame(Ms(10) - new TimeSpan(1), new TimeSpan(10), 1000));
        Assert.Equal([(100, "answer Accept · load switch closed")], row.Boxes.Select(box => (box.X, box.Text)));
        for (var i = 0; i < 8; i++) tape.Does(new Effect.Answer(ResultCode.Accept), Ms(10));
        row = RowOf(tape.Reel(), "wanted", new WaveFrame(Ms(0), Ms(100), 1000));
        Assert.StartsWith("10× answer Accept · load", Assert.Single(row.Boxes).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_lasts_until_the_next_and_one_from_before_the_frame_reaches_into_it()
    {
        var tape = new WaveTape();
        tape.Glass(["first", ""], Ms(0));
        tape.Glass(["second", "  line"], Ms(100));
        tape.Glass(["third", ""], Ms(105));
        tape.Glass(["", ""], Ms(141));
        tape.Glass(["fifth", ""], Ms(142));
        var row = RowOf(tape.Reel(), "glass", new WaveFrame(Ms(50), Ms(100), 200));
        Assert.Equal(
            [(0, 100, "first"), (100, 10, ""), (110, 72, "third"), (184, 16, "")],
            row.Boxes.Select(box => (box.X, box.Width, box.Text)));
        Assert.Equal("M182 5h2", row.Bands);
        Assert.Equal("second | line",
            RowOf(tape.Reel(), "glass", new WaveFrame(Ms(100), Ms(5), 200)).Boxes[0].Text);
    }

    [Fact]
    public void What_is_outside_the_reel_or_was_left_out_is_marked_as_unknown()
    {
        var reel = WaveTapeTests.Usual().Reel();
        Assert.Equal([new WaveStretch(0, 50), new WaveStretch(90, 110)], Unknown(reel, new(Ms(-50), Ms(200), 200)));
        Assert.Empty(Unknown(reel, new(Ms(10), Ms(20), 200)));
        var gap = WaveReel.Of(Read(WithGap()));
        Assert.Equal([new WaveStretch(0, 70)], Unknown(gap, new(Ms(2), Ms(10), 100)).Take(1));
    }

    [Fact]
    public void Whoever_looks_at_the_same_gets_the_same_picture_and_at_other_lanes_or_times_another()
    {
        var reel = WaveTapeTests.Usual().Reel();
        var frame = new WaveFrame(Ms(0), Ms(40), 800);
        var first = WavePicture.Of(reel, frame, reel.Lanes);
        Assert.Same(first, WavePicture.Of(reel, frame, [.. reel.Lanes]));
        Assert.Single(WavePicture.Of(reel, frame, [WaveTapeTests.Lane(reel, "ROW1")]).Rows);
        Assert.Equal(frame.Panned(1), WavePicture.Of(reel, frame.Panned(1), reel.Lanes).Frame);
    }

    private static IReadOnlyList<WaveStretch> Unknown(WaveReel reel, WaveFrame frame) =>
        WavePicture.Of(reel, frame, []).Unknown;

    private static WaveRowPicture RowOf(WaveReel reel, string lane, WaveFrame frame) =>
        Assert.Single(WavePicture.Of(reel, frame, [WaveTapeTests.Lane(reel, lane)]).Rows);
}

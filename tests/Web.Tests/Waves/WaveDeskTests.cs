using HilBench.Recording.Looking.Waves;
using HilBench.Web.Waves;
using static HilBench.Web.Tests.Waves.TestTape;

namespace HilBench.Web.Tests.Waves;

/// <summary>What a reader does to a view; it is 800 pixels wide.</summary>
public sealed class WaveDeskTests
{
    [Fact]
    public void A_recording_is_opened_as_a_whole_with_cursor_A_at_its_start()
    {
        var desk = Opened();
        Assert.Equal((Ms(0), Ms(400)), (desk.Frame.From, desk.Frame.To));
        Assert.Equal((Ms(0), null), (desk[WaveCursor.A], desk[WaveCursor.B]));
        Assert.False(desk.IsFollowing);
    }

    [Fact]
    public void A_click_puts_the_cursor_there_and_near_an_edge_of_the_chosen_lane_on_the_edge()
    {
        var desk = Opened();
        Choose(desk, "ROW1");
        // A pixel is half a millisecond, and the edge is at pixel 400.
        desk.Point(WaveCursor.A, 395);
        Assert.Equal(Ms(197.5), desk[WaveCursor.A]);
        desk.Point(WaveCursor.A, 396);
        Assert.Equal(Ms(200), desk[WaveCursor.A]);
        desk.Point(WaveCursor.B, 423);
        Assert.Equal(Ms(210), desk[WaveCursor.B]);
        Assert.Equal(Ms(10), desk.Between);
        desk.Point(WaveCursor.B, 5000);
        Assert.Equal(Ms(400), desk[WaveCursor.B]);
    }

    [Fact]
    public void From_edge_to_edge_the_view_goes_along_down_to_a_microsecond()
    {
        var desk = Opened();
        Choose(desk, "LCD_E");
        desk.ToNextEdge();
        Assert.Equal(Ms(100), desk[WaveCursor.A]);
        for (var i = 0; i < 40; i++) desk.ZoomIn();
        Assert.Equal(TimeSpan.FromMicroseconds(1), desk.Frame.Length);
        Assert.NotNull(desk.Frame.PixelOf(Ms(100)));
        desk.ToNextEdge();
        Assert.Equal(Ms(100.002), desk[WaveCursor.A]);
        Assert.NotNull(desk.Frame.PixelOf(Ms(100.002)));
        desk.ToNextEdge();
        Assert.Equal(Ms(100.002), desk[WaveCursor.A]);
        desk.ToPreviousEdge();
        Assert.Equal(Ms(100), desk[WaveCursor.A]);
        // A pixel is less than the bench can tell apart; the cursor moves all the same.
        desk.Move(1);
        Assert.Equal(Ms(100.0001), desk[WaveCursor.A]);
    }

    [Fact]
    public void A_cursor_that_is_out_of_view_comes_into_its_middle_before_it_moves()
    {
        var desk = Opened();
        desk.Zoom(Ms(100));
        desk.ToEnd();
        Assert.Equal(Ms(300), desk.Frame.From);
        desk.Move(1);
        Assert.Equal(Ms(350), desk[WaveCursor.A]);
        desk.Move(-8);
        Assert.Equal(Ms(349), desk[WaveCursor.A]);
    }

    [Fact]
    public void While_it_follows_the_newest_stands_at_the_right_at_every_zoom()
    {
        var tape = Usual();
        var desk = new WaveDesk();
        desk.Follow(true);
        desk.Grow(tape.Reel());
        Assert.Equal(Ms(0), desk.Frame.From);
        desk.Zoom(Ms(100));
        Assert.Equal(Ms(400), desk.Frame.To);
        tape.Passed(Ms(1000));
        desk.Grow(tape.Reel());
        Assert.Equal((Ms(900), Ms(1000)), (desk.Frame.From, desk.Frame.To));
        Assert.True(desk.IsFollowing);
    }

    [Fact]
    public void Whoever_looks_at_something_is_not_carried_away()
    {
        Action<WaveDesk>[] looks =
        [
            desk => desk.PanLeft(), desk => desk.ToStart(), desk => desk.Whole(), desk => desk.Move(1),
            desk => desk.Point(WaveCursor.A, 10), desk => desk.Slide(WaveCursor.B, 10), desk => desk.ToPreviousEdge(),
        ];
        foreach (var look in looks)
        {
            var desk = new WaveDesk();
            desk.Follow(true);
            desk.Grow(Usual().Reel());
            look(desk);
            Assert.False(desk.IsFollowing);
        }
    }

    [Fact]
    public void Lanes_on_which_nothing_happened_are_hidden_until_somebody_wants_them()
    {
        var desk = Opened();
        Assert.Equal(["glass", "ROW1", "LCD_E", "MAINS", "I2C"], desk.Lanes.Select(lane => lane.Name));
        desk.Show(Lane(desk, "KEY_7"), isShown: true);
        desk.Show(Lane(desk, "ROW1"), isShown: false);
        Assert.Equal(["glass", "KEY_7", "LCD_E", "MAINS", "I2C"], desk.Lanes.Select(lane => lane.Name));
    }

    [Fact]
    public void The_chosen_lane_is_one_that_is_shown()
    {
        var desk = Opened();
        Choose(desk, "ROW1");
        desk.ChooseNext(1);
        Assert.Equal("LCD_E", desk.Chosen?.Name);
        desk.ChooseNext(-5);
        Assert.Equal("glass", desk.Chosen?.Name);
        Choose(desk, "ROW1");
        desk.Show(Lane(desk, "ROW1"), isShown: false);
        Assert.Equal("glass", desk.Chosen?.Name);
        foreach (var lane in desk.Reel.Lanes) desk.Show(lane, isShown: false);
        Assert.Null(desk.Chosen);
        desk.ToNextEdge();
        desk.ChooseNext(1);
        Assert.Equal(Ms(0), desk[WaveCursor.A]);
    }

    private static WaveDesk Opened()
    {
        var desk = new WaveDesk();
        desk.Open(Usual().Reel());
        return desk;
    }

    private static void Choose(WaveDesk desk, string name) => desk.Choose(Lane(desk, name));

    private static WaveLane Lane(WaveDesk desk, string name) => desk.Reel.Lanes.Single(lane => lane.Name == name);
}

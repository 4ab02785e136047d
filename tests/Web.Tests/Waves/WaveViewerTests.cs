using System.Text.RegularExpressions;
using Bunit;
using HilBench.Recording.Looking.Waves;
using HilBench.Web.Waves;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static HilBench.Web.Tests.Waves.TestTape;

namespace HilBench.Web.Tests.Waves;

/// <summary>The view of lanes as a page has it, without a browser.</summary>
public sealed class WaveViewerTests : BunitContext
{
    public WaveViewerTests() => Services.AddLocalization();

    [Fact]
    public void Each_lane_has_a_name_a_path_and_a_box_to_hide_it()
    {
        var page = Opened();
        Assert.Equal(["meter shows", "ROW1", "LCD_E", "MAINS", "I2C"], Names(page));
        Assert.Equal(5, page.FindAll(".wave-line").Count);
        Assert.Equal("M0 10h400v-10h20v10h380", page.Find(".wave-lane.keypad .wave-line").GetAttribute("d"));
        Assert.Contains("0x50 write 00 40", page.Find(".wave-lane.bus text").TextContent);
        page.FindAll(".wave-choice input")[1].Change(true);
        Assert.Equal(["meter shows", "KEY_7", "ROW1", "LCD_E", "MAINS", "I2C"], Names(page));
        page.FindAll(".wave-choice input")[0].Change(false);
        Assert.Equal(["KEY_7", "ROW1", "LCD_E", "MAINS", "I2C"], Names(page));
    }

    [Fact]
    public void A_click_sets_a_cursor_and_one_with_shift_the_other()
    {
        var page = Opened();
        var drawing = page.Find(".wave-lanes svg");
        drawing.Click(new MouseEventArgs { OffsetX = 410 });
        drawing.Click(new MouseEventArgs { OffsetX = 610, ShiftKey = true });
        // A is the active one again as soon as somebody says so.
        Assert.Equal(
            ["0.205 000 0 s", "0.305 000 0 s", "100 ms", "10 Hz"],
            page.FindAll(".wave-facts dd").Select(one => one.TextContent));
        Assert.Equal("1 for 5 ms", Cell(page, "ROW1", 0));
        Assert.Equal("0 for 95 ms", Cell(page, "ROW1", 1));
        Assert.Equal("Accept | 35.6 kWh for 5 ms", Cell(page, "meter shows", 1));
        Assert.Equal("Display: 10.0 kWh", page.Find(".wave-side svg").GetAttribute("aria-label"));
        Assert.Equal(["410", "610"], page.FindAll(".wave-slider input").Select(one => one.GetAttribute("value")));
    }

    [Fact]
    public void Keys_alone_find_a_pulse_and_measure_it()
    {
        var page = Opened();
        foreach (var key in "jj") Press(page, key.ToString());
        Press(page, "ArrowRight", shift: true);
        Press(page, "b");
        Press(page, "ArrowLeft", shift: true);
        Assert.Contains("LCD_E (B): 0", page.Find("[role=status]").TextContent);
        for (var i = 0; i < 20; i++) Press(page, "+");
        Assert.Equal("1 µs", page.Find(".wave-length").TextContent);
        Assert.Equal("2 µs", page.FindAll(".wave-facts dd")[2].TextContent);
        Press(page, "-");
        Press(page, ",");
        Press(page, "k");
        Assert.Equal("2 µs", page.Find(".wave-length").TextContent);
        Assert.Equal("ROW1", page.Find(".wave-names [aria-pressed=true]").TextContent);
    }

    [Fact]
    public void A_slider_moves_its_cursor_and_says_where_it_is()
    {
        var page = Opened();
        page.FindAll(".wave-slider input")[1].Input("100");
        var slider = page.FindAll(".wave-slider input")[1];
        Assert.Equal("100", slider.GetAttribute("value"));
        Assert.Equal("0.050 000 0 s, meter shows: 10.0 kWh", slider.GetAttribute("aria-valuetext"));
        slider.Input("no number");
        Assert.Equal("100", page.FindAll(".wave-slider input")[1].GetAttribute("value"));
    }

    [Fact]
    public void Keys_that_a_browser_knows_itself_do_nothing_here()
    {
        var page = Opened();
        var before = Seen(page);
        page.Find(".wave-scroll").KeyDown(new KeyboardEventArgs { Key = "+", CtrlKey = true });
        Press(page, "Tab");
        Press(page, "f");
        Assert.Equal(before, Seen(page));
    }

    [Fact]
    public void A_live_view_follows_only_while_it_is_to_follow_and_is_drawn_only_when_the_tape_has_grown()
    {
        var source = new Source { Tape = Usual() };
        var page = Render<WaveViewer>(with => with.Add(one => one.Source, source));
        Assert.Equal("true", Follow(page).GetAttribute("aria-pressed"));
        Assert.False(page.Instance.Look());
        source.Tape.Glass(["Used", ""], Ms(3000));
        Assert.True(page.Instance.Look());
        Assert.False(page.Instance.Look());
        Follow(page).Click();
        Assert.Equal("Display: Used", page.Find(".wave-side svg").GetAttribute("aria-label"));
        source.Tape.Passed(Ms(9000));
        Assert.False(page.Instance.Look());
        Follow(page).Click();
        Assert.Equal(Ms(9000), page.Instance.Desk.Frame.To);
    }

    [Fact]
    public void While_only_time_passes_each_third_look_is_drawn()
    {
        var source = new Source { Tape = Usual() };
        var page = Render<WaveViewer>(with => with.Add(one => one.Source, source));
        source.Tape.Passed(Ms(3000));
        Assert.Equal([false, false, true, false], Enumerable.Range(0, 4).Select(_ => page.Instance.Look()));
        source.Tape.Passed(Ms(4000));
        Assert.False(page.Instance.Look());
        source.Tape.Level(source.Tape.Wire("BUZZER"), isHigh: true, Ms(4001));
        Assert.True(page.Instance.Look());
        Assert.Equal(Ms(4001), page.Instance.Desk.Frame.To);
    }

    [Fact]
    public void Another_rig_has_another_tape_and_is_followed_at_once()
    {
        var source = new Source();
        var page = Render<WaveViewer>(with => with.Add(one => one.Source, source));
        Assert.Empty(Names(page));
        source.Tape = Usual();
        Assert.True(page.Instance.Look());
        page.Instance.Desk.ToStart();
        source.Tape = Usual();
        Assert.True(page.Instance.Look());
        Assert.True(page.Instance.Desk.IsFollowing);
    }

    [Fact]
    public void Where_nobody_sees_a_display_none_is_drawn()
    {
        var tape = new WaveTape();
        tape.Bytes(tape.Line("PORT"), default, "OK"u8, Ms(10));
        var page = Render<WaveViewer>(with => with.Add(one => one.Reel, tape.Reel()));
        Assert.Empty(page.FindAll(".wave-side svg"));
        Assert.Equal("PORT", Assert.Single(Names(page)));
    }

    [Fact]
    public void Markup_on_the_glass_and_in_names_of_wires_is_text()
    {
        var tape = Usual();
        tape.Level(tape.Wire("<script>alert(1)</script>"), isHigh: true, Ms(500));
        tape.Glass(["<b>bold</b>", ""], Ms(600));
        tape.Passed(Ms(1000));
        var page = Render<WaveViewer>(with => with.Add(one => one.Reel, tape.Reel()));
        Assert.Empty(page.FindAll("script"));
        Assert.Empty(page.FindAll("b"));
        Assert.Contains("<script>alert(1)</script>", Names(page));
        Assert.Contains(page.FindAll(".wave-lane text"), one => one.TextContent == "<b>bold</b>");
    }

    [Fact]
    public void No_style_and_no_script_stands_in_the_page() =>
        Assert.DoesNotMatch("style=|<style|<script| on[a-z]+=", Opened().Markup);

    private IRenderedComponent<WaveViewer> Opened()
    {
        var reel = Usual().Reel();
        return Render<WaveViewer>(with => with.Add(one => one.Reel, reel));
    }

    private static AngleSharp.Dom.IElement Follow(IRenderedComponent<WaveViewer> page) =>
        page.FindAll("button").Single(one => one.TextContent == "Follow");

    private static void Press(IRenderedComponent<WaveViewer> page, string key, bool shift = false) =>
        page.Find(".wave-scroll").KeyDown(new KeyboardEventArgs { Key = key, ShiftKey = shift });

    /// <summary>The page without the numbers of its handlers.</summary>
    private static string Seen(IRenderedComponent<WaveViewer> page) =>
        Regex.Replace(page.Markup, "blazor:[a-z:]+=\"[^\"]*\"", "");

    private static IEnumerable<string> Names(IRenderedComponent<WaveViewer> page) =>
        page.FindAll(".wave-names button").Select(one => one.TextContent);

    private static string Cell(IRenderedComponent<WaveViewer> page, string lane, int cursor) =>
        page.FindAll(".wave-table tbody tr").Single(one => one.FirstElementChild!.TextContent == lane)
            .QuerySelectorAll("td")[cursor].TextContent.Trim();
}

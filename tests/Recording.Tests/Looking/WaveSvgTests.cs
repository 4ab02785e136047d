using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HilBench.Recording.Looking;
using HilBench.Roles;

namespace HilBench.Recording.Tests.Looking;

/// <summary>The waveform picture of a recording.</summary>
public sealed partial class WaveSvgTests
{
    [Fact]
    public void The_last_key_the_wires_that_moved_and_the_supply_have_a_line_each()
    {
        var svg = XDocument.Parse(WaveSvg.Of(Recorded(Key))!);
        Assert.Equal(["KEY_7", "COL2", "LOAD", "MAINS", "I2C"], Names(svg));
    }

    [Fact]
    public void It_begins_shortly_before_the_last_key_and_ends_with_the_scenario()
    {
        var svg = WaveSvg.Of(Recorded(Key))!;
        Assert.Contains("<title>the wires from 2.960 s to 4.000 s</title>", svg);
        Assert.Contains(">3.0 s</text>", svg);
        Assert.Contains("filled: edges nearer than 1.33 ms", svg);
    }

    [Fact]
    public void A_level_is_drawn_where_it_was_and_a_pulse_of_no_width_is_still_seen()
    {
        var paths = Paths(WaveSvg.Of(Recorded(Key))!);
        // KEY_7 is the second line: low at 35 and 10 higher from 3.1 s to 3.2 s, 780 pixels being 1.04 s.
        Assert.Contains("M104 35h105v-10h75v10h600", paths);
        // A moment of traffic at 3.5 s in the last line.
        Assert.Contains("M509 98h1", paths);
    }

    [Fact]
    public void Edges_that_cannot_be_told_apart_are_a_band_and_the_level_after_them_is_right()
    {
        var svg = WaveSvg.Of(Recorded((probe, wires) =>
        {
            for (var at = 0; at <= 100; at++) probe.Level(wires["COL2"], at % 2 == 0, Ms(3300 + (at * 0.5)));
        }))!;
        var paths = Paths(svg);
        Assert.Contains("M359 30h38", paths);
        Assert.Contains("M397 25h487", paths);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    public void However_much_moved_it_is_not_more_than_eight_kilobytes(double everyMs)
    {
        var svg = WaveSvg.Of(Recorded((probe, wires) =>
        {
            for (var at = 0.0; at < 900; at += everyMs)
            {
                foreach (var (name, wire) in wires.Where(one => one.Key != "MAINS"))
                    probe.Level(wire, (int)(at / everyMs) % 2 == 0, Ms(3050 + at + name.Length));
            }
        }))!;
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 1500, WaveSvg.MostBytes);
    }

    [Fact]
    public void Of_a_rig_without_wires_the_keys_are_those_of_the_receipts_and_without_anything_there_is_no_picture()
    {
        Assert.Equal(["keys"], Names(XDocument.Parse(WaveSvg.Of(
            Tapes.Of(HilBench.RigFiles.Rigs.Load("none"), "12"))!)));
        Assert.Null(WaveSvg.Of(Tapes.Read(Tapes.Write(_ => { }))));
    }

    [Fact]
    public void Text_of_the_glass_cannot_break_the_picture_and_nothing_comes_from_outside()
    {
        var svg = WaveSvg.Of(Recorded(Key, "<&\u0001>"))!;
        Assert.Contains(XDocument.Parse(svg).Descendants(), one => one.Value == "<&?>");
        Assert.DoesNotContain("href", svg);
    }

    private static void Key(IRigProbe probe, IReadOnlyDictionary<string, int> wires)
    {
        probe.Level(wires["KEY_7"], isHigh: true, Ms(3100));
        probe.Level(wires["COL2"], isHigh: true, Ms(3100));
        probe.Level(wires["COL2"], isHigh: false, Ms(3200));
        probe.Level(wires["KEY_7"], isHigh: false, Ms(3200));
        probe.Bytes(probe.Line("I2C"), new LineTraffic(false, 0x50), [1, 2], Ms(3500));
    }

    /// <summary>A key at 3 s and the end at 4 s; a key before it and wires that never moved.</summary>
    private static FlightRecording Recorded(
        Action<IRigProbe, IReadOnlyDictionary<string, int>> happens, string glass = "Accept") =>
        Tapes.Read(Tapes.Write(recorder =>
        {
            IRigProbe probe = recorder;
            string[] names = ["MAINS", "KEY_1", "KEY_7", "ROW1", "COL2", "LCD_E", "LOAD", "LED_LOAD", "GPIO4"];
            var wires = names.ToDictionary(name => name, probe.Wire);
            probe.Level(wires["MAINS"], isHigh: true, Ms(0));
            probe.Level(wires["KEY_1"], isHigh: true, Ms(1000));
            probe.Level(wires["KEY_1"], isHigh: false, Ms(1100));
            recorder.Note(new RigCall { Do = RigVerb.Press, What = "1", At = Ms(1000), Place = recorder.Begin() });
            recorder.Note(new GlassSeen { Lines = [glass, ""], At = Ms(1500), Place = recorder.Begin() });
            recorder.Note(new RigCall { Do = RigVerb.Press, What = "7", At = Ms(3000), Place = recorder.Begin() });
            happens(probe, wires);
            recorder.Note(new RigCall
            {
                Do = RigVerb.Wait, At = Ms(3200), Took = Ms(800), For = Ms(800), Place = recorder.Begin(),
            });
        }));

    private static TimeSpan Ms(double time) => TimeSpan.FromMilliseconds(time);

    private static IEnumerable<string> Names(XDocument svg) => svg.Descendants()
        .Where(one => one.Name.LocalName == "text" && one.Attribute("x")?.Value == "4").Select(one => one.Value)
        .Where(name => name != "glass");

    private static string Paths(string svg) => string.Join(' ', Data().Matches(svg).Select(one => one.Groups[1].Value));

    [GeneratedRegex(" d=\"([^\"]*)\"")]
    private static partial Regex Data();
}

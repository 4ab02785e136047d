using System.Xml.Linq;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Rig.Tests.Board;
using HilBench.Rig.Tests.Physical;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Pictures;

/// <summary>Digits of seven segments as pictures: what they light is what the driver lights on the modules.</summary>
public sealed class SegmentPictureTests
{
    [Theory]
    [MemberData(nameof(SegmentDisplayTests.Texts), MemberType = typeof(SegmentDisplayTests))]
    [MemberData(nameof(SegmentDisplayTests.WordsOfClou), MemberType = typeof(SegmentDisplayTests))]
    [InlineData("123456789")]
    [InlineData("..1..")]
    [InlineData("1W1")]
    [InlineData("")]
    public void The_segments_of_a_text_are_those_that_the_meter_lights_for_it(string text)
    {
        var bench = new PinBench();
        var (left, right) = (new Ht16k33(bench.Circuit, 0x70), new Ht16k33(bench.Circuit, 0x71));
        var bus = new EmulatedI2cBus(1, bench.Circuit.Time);
        bus.Attach(left);
        bus.Attach(right);
        var wiring = new LcdWiring(26, 21, 4, 17, 27, 22) { Segments = new SegmentWiring() };
        using var display = BoardParts.DisplayOf(
            new BoardPins(bench.Gpio, bus), wiring, bench, new DisplaySize(SegmentWiring.Places, 1));
        display.Initialise();
        display.Show([text]);
        Assert.Equal([.. left.Glass(), .. right.Glass()], SegmentFont.Of(text, SegmentWiring.Places));
    }

    [Fact]
    public void What_nobody_can_read_on_the_digits_is_drawn_and_read_as_a_question_mark() =>
        Assert.Equal("1?", SevenSegments.Read(SegmentFont.Of("1?", 2)));

    [Fact]
    public void A_lit_segment_is_a_stroke_where_it_is_on_the_digit()
    {
        Assert.Equal("m7 2v5m0 2v5", Lit("1"));
        Assert.Equal("m2 8h4m3 7h1m3-7h4", Lit("-.-"));
        Assert.Equal("m2 15h4", Lit("_"));
    }

    [Fact]
    public void The_rigs_with_digits_say_so_and_the_others_have_dots()
    {
        using var digits = Rigs.Load("virtual-segments").Build(seed: 1);
        using var panel = Rigs.Load("virtual").Build(seed: 1);
        Assert.Equal((GlassKind.Segments, GlassKind.Dots), (digits.Glass.Kind, panel.Glass.Kind));
    }

    [Fact]
    public void A_real_rig_says_what_its_wiring_has()
    {
        using var digits = new EmulatedPi(settings => settings with
        {
            Wiring = settings.Wiring with { Display = settings.Wiring.Display with { Segments = new() } },
        });
        using var panel = new EmulatedPi();
        IGlass[] glasses = [digits.Rig.Glass, panel.Rig.Glass];
        Assert.Equal([GlassKind.Segments, GlassKind.Dots], glasses.Select(glass => glass.Kind));
    }

    private static string Lit(string text) => XDocument.Parse(GlassSvg.Of([text], 8, 1, GlassKind.Segments))
        .Descendants().Last(part => part.Name.LocalName == "path").Attribute("d")!.Value;
}

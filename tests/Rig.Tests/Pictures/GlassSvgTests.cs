using System.Text;
using System.Xml.Linq;
using CsCheck;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Pictures;

/// <summary>Displays as pictures for a report: what they light, what they say, and how large they are.</summary>
public sealed class GlassSvgTests
{
    private const int MostBytes = 8 * 1024;

    private static readonly string AllSigns = new([.. DotFont.Signs, '千']);

    private static readonly Gen<string> AnyLine =
        Gen.Char[AllSigns + "   \\~"].Array[0, 20].Select(line => new string(line));

    [Fact]
    public void A_picture_lights_the_dots_of_its_text_and_no_others() =>
        AnyLine.Array[4].Sample(lines =>
        {
            var dots = DrawnDots.OfPath(GlassSvg.Of(lines, 20));
            Shows(lines, 20, dots, 0, 0);
            Assert.Equal(lines.Sum(LitBy), dots.Count);
        }, iter: 300);

    [Fact]
    public void A_text_that_does_not_fit_is_cut_at_the_edge_of_the_glass()
    {
        var dots = DrawnDots.OfPath(GlassSvg.Of(["0123456789ABCDEFG"], 16));
        Assert.Equal(LitBy("0123456789ABCDEF"), dots.Count);
    }

    [Fact]
    public void A_glass_is_as_high_as_asked_for_when_its_lower_lines_are_blank()
    {
        Assert.Equal(Size(GlassSvg.Of(["Credit", ""], 16)), Size(GlassSvg.Of(["Credit"], 16, height: 2)));
        Assert.NotEqual(Size(GlassSvg.Of(["Credit"], 16)), Size(GlassSvg.Of(["Credit"], 16, height: 2)));
    }

    [Fact]
    public void Whoever_cannot_see_the_picture_hears_its_lines()
    {
        Assert.Equal("Credit\n  <12.5> & kWh ⌂", Title(GlassSvg.Of(["Credit          ", "  <12.5> & kWh ⌂", " "], 16)));
        Assert.Equal("blank", Title(GlassSvg.Of(["                ", "                "], 16)));
    }

    [Fact]
    public void A_sign_that_no_xml_may_hold_is_a_question_mark_to_be_read() =>
        Assert.Equal("a?b??", Title(GlassSvg.Of(["a\0b\ud800\ufffe"], 16)));

    [Theory]
    [InlineData(GlassKind.Dots)]
    [InlineData(GlassKind.Segments)]
    public void A_picture_wants_nothing_from_outside_and_shares_no_name_with_another(GlassKind kind)
    {
        foreach (var svg in (string[])[GlassSvg.Of(["12.5"], 8, 1, kind), GlassSvg.Strip(Twelve(["12.5"]), 8, 1, kind)])
        {
            var picture = XDocument.Parse(svg);
            Assert.Equal("img", (string?)picture.Root!.Attribute("role"));
            Assert.Subset(
                new HashSet<string>(["svg", "title", "rect", "g", "path", "image", "text"]),
                picture.Descendants().Select(part => part.Name.LocalName).ToHashSet());
            Assert.All(picture.Descendants().Attributes(), attribute =>
            {
                Assert.NotEqual("id", attribute.Name.LocalName);
                Assert.DoesNotContain("url(", attribute.Value);
                if (attribute.Name.LocalName == "href") Assert.StartsWith("data:", attribute.Value);
            });
        }
    }

    [Fact]
    public void No_text_makes_a_picture_of_the_largest_panel_larger_than_eight_kilobytes() =>
        Assert.All(AllSigns, sign =>
            Assert.InRange(Bytes(GlassSvg.Of([.. Enumerable.Repeat(new string(sign, 20), 4)], 20)), 500, MostBytes));

    [Fact]
    public void No_text_makes_a_strip_of_twelve_larger_than_eight_kilobytes()
    {
        Gen.Char[AllSigns].Array[16].Select(line => new string(line)).Array[24].Sample(lines =>
            Assert.InRange(Bytes(GlassSvg.Strip(TimesOf([.. lines.Chunk(2)]), 16, 2)), 3000, MostBytes), iter: 100);
        string[] longest = [new string('&', 16), new string('&', 16)];
        Assert.InRange(Bytes(GlassSvg.Strip(Twelve(longest), 16, 2)), 3000, MostBytes);
        var digits = string.Concat(Enumerable.Repeat("8.", 8));
        Assert.InRange(Bytes(GlassSvg.Strip(Twelve([digits]), 8, 1, GlassKind.Segments)), 3000, MostBytes);
    }

    [Fact]
    public void A_strip_shows_each_glass_in_its_place_and_says_below_it_when_that_was()
    {
        string[][] shown =
            [["Credit", "12.5 kWh"], ["1", ""], ["", ""], ["Accept", "2.0 kWh"], ["Used", "gyp ⌂"]];
        var svg = GlassSvg.Strip(TimesOf(shown), 16, 2);
        var dots = DrawnDots.OfBitmap(svg);
        for (var i = 0; i < shown.Length; i++) Shows(shown[i], 16, dots, i % 3 * 104, i / 3 * 35);
        Assert.Equal(shown.Sum(lines => lines.Sum(LitBy)), dots.Count);
        var captions = XDocument.Parse(svg).Descendants().Where(part => part.Name.LocalName == "text").ToArray();
        Assert.Equal(["0.340 s", "1.340 s", "2.340 s", "3.340 s", "4.340 s"], captions.Select(part => part.Value));
        Assert.Equal([26, 26, 26, 61, 61], captions.Select(part => (int)part.Attribute("y")!));
        Assert.StartsWith("0.340 s: Credit | 12.5 kWh\n1.340 s: 1\n2.340 s: blank\n", Title(svg));
    }

    [Fact]
    public void A_strip_of_one_is_a_path_and_a_strip_of_none_is_a_mistake_of_the_caller()
    {
        Shows(["Credit"], 16, DrawnDots.OfPath(GlassSvg.Strip([("now", ["Credit"])], 16)), 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => GlassSvg.Strip([], 16));
    }

    [Fact]
    public void A_caption_wider_than_its_glass_is_cut_and_stays_xml()
    {
        var svg = GlassSvg.Strip([("<12.340 s> after the key 7 went down", ["Credit"]), ("b", ["b"])], 16);
        var caption = XDocument.Parse(svg).Descendants().First(part => part.Name.LocalName == "text").Value;
        Assert.Equal("<12.340 s> after the key 7…", caption);
    }

    /// <summary>A reader that checks sums finds this after every PNG that ends well.</summary>
    [Fact]
    public void The_bitmap_of_a_strip_ends_as_every_png_does()
    {
        var image = XDocument.Parse(GlassSvg.Strip(Twelve(["Credit"]), 16)).Descendants()
            .Single(part => part.Name.LocalName == "image");
        var png = Convert.FromBase64String(image.Attribute("href")!.Value.Split(',')[1]);
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(png[..8]));
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(png[^12..]));
    }

    private static void Shows(IReadOnlyList<string> lines, int columns, DrawnDots dots, int left, int top)
    {
        for (var row = 0; row < lines.Count; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sign = column < lines[row].Length ? lines[row][column] : ' ';
                Assert.Equal(DotFont.Of(sign).ToArray(), dots.Cell(left + (column * 6), top + (row * 9)));
            }
        }
    }

    private static int LitBy(string line) => line.Sum(sign => DotFont.Of(sign).ToArray().Sum(row => int.PopCount(row)));

    private static (string Caption, IReadOnlyList<string> Lines)[] Twelve(string[] lines) =>
        TimesOf([.. Enumerable.Repeat(lines, 12)]);

    private static (string Caption, IReadOnlyList<string> Lines)[] TimesOf(string[][] shown) =>
        [.. shown.Select((lines, i) => ($"{i}.340 s", (IReadOnlyList<string>)lines))];

    private static string Title(string svg) => XDocument.Parse(svg).Root!.Elements().First().Value;

    private static (int, int) Size(string svg) =>
        ((int)XDocument.Parse(svg).Root!.Attribute("width")!, (int)XDocument.Parse(svg).Root!.Attribute("height")!);

    private static int Bytes(string svg) => Encoding.UTF8.GetByteCount(svg);
}

using HilBench.Board;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Pictures;

/// <summary>The dots of signs, as a person compares them with the table of the data sheet.</summary>
public sealed class DotFontTests
{
    /// <summary>The codes that mean a letter of ASCII to the ROM; it has another sign for the backslash.</summary>
    private static IEnumerable<char> Ascii => Enumerable.Range(' ', '}' - ' ' + 1).Select(code => (char)code)
        .Where(sign => sign != '\\');

    [Fact]
    public void Every_sign_that_a_meter_can_write_has_a_shape_of_its_own()
    {
        var unknown = Rows('千');
        var shapes = Ascii.Concat(DotFont.Signs).Distinct().Select(Rows).ToArray();
        Assert.Equal(93 + 8 + 7 + 1, shapes.Length);
        Assert.DoesNotContain(unknown, shapes);
        Assert.Distinct(shapes);
    }

    [Fact]
    public void Whatever_a_byte_shows_on_a_panel_has_a_shape() =>
        Assert.DoesNotContain(
            Rows('千'), Enumerable.Range(0, 256).Select(code => Rows(LcdCharacters.CharacterOf((byte)code))));

    [Fact]
    public void Every_shape_fits_its_cell() => Assert.All(DotFont.Signs, sign =>
    {
        Assert.Equal(8, DotFont.Of(sign).Length);
        Assert.All(DotFont.Of(sign).ToArray(), row => Assert.InRange(row, 0, 0b11111));
    });

    [Theory]
    [InlineData('A', ".###. #...# #...# #...# ##### #...# #...# .....")]
    [InlineData('0', ".###. #...# #..## #.#.# ##..# #...# .###. .....")]
    [InlineData('g', "..... .#### #...# #...# .#### ....# .###. .....")]
    [InlineData('k', "#.... #.... #..#. #.#.. ##... #.#.. #..#. .....")]
    [InlineData('W', "#...# #...# #...# #.#.# #.#.# #.#.# .#.#. .....")]
    [InlineData('h', "#.... #.... #.##. ##..# #...# #...# #...# .....")]
    [InlineData('¥', "#...# .#.#. ##### ..#.. ##### ..#.. ..#.. .....")]
    [InlineData(' ', "..... ..... ..... ..... ..... ..... ..... .....")]
    [InlineData('█', "##### ##### ##### ##### ##### ##### ##### #####")]
    [InlineData('▌', "###.. ###.. ###.. ###.. ###.. ###.. ###.. ###..")]
    [InlineData(Icon.House, "..#.. .###. ##### ##### ##.## ##.## ##.## .....")]
    [InlineData(Icon.Open, "....# ....# ...#. ..#.. .#... #.... #.... .....")]
    [InlineData(Icon.Tamper, ".###. #...# #...# ##### ##.## ##.## ##### .....")]
    [InlineData('é', "##### #...# #...# #...# #...# #...# ##### .....")]
    public void A_sign_looks_as_in_the_data_sheet(char sign, string shape) => Assert.Equal(shape, Rows(sign));

    /// <summary>So a cursor below a letter touches none of it, and no line touches the next.</summary>
    [Fact]
    public void Only_what_fills_its_cell_and_the_micro_sign_use_the_row_of_the_cursor() =>
        Assert.Equal("µ█▏▎▌▊", string.Concat(DotFont.Signs.Where(sign => DotFont.Of(sign)[7] != 0)));

    [Fact]
    public void What_the_firmware_draws_into_its_panel_is_what_the_picture_shows()
    {
        var profile = new MeterProfile { Display = new(20, 4), Idle = IdleStyle.CreditBar };
        var glyphs = LcdGlyphs.For(profile);
        Assert.Equal("▏▎▌▊⌂╱⚿", string.Concat(glyphs.Select(glyph => glyph.Sign)));
        Assert.All(glyphs, glyph => Assert.Equal(glyph.Dots, DotFont.Of(glyph.Sign).ToArray()));
        Assert.All(glyphs, glyph => Assert.Equal(glyph.Sign, LcdGlyphs.SignOf(glyph.Dots)));
    }

    /// <summary>The chip calls them by their names in the table, which are Japanese and Greek.</summary>
    [Theory]
    [InlineData('°', 'ﾟ')]
    [InlineData('µ', 'μ')]
    public void A_sign_is_drawn_alike_by_the_name_the_chip_has_for_it_and_by_ours(char ours, char ofTheChip) =>
        Assert.Equal(Rows(ours), Rows(ofTheChip));

    private static string Rows(char sign) => string.Join(
        ' ', DotFont.Of(sign).ToArray().Select(row => $"{row:B5}".Replace('0', '.').Replace('1', '#')));
}

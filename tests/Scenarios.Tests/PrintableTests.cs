namespace HilBench.Scenarios.Tests;

/// <summary>What somebody wrote into a feature, as it reaches a terminal or a report.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("A token counts", "A token counts")]
    [InlineData("", "")]
    [InlineData("Zähler 1,5 €, 電気, 🔌 and 👨‍👩‍👧", "Zähler 1,5 €, 電気, 🔌 and 👨‍👩‍👧")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("no break", "no break")]
    [InlineData("red \u001b[31mtext\u001b[0m", "red \\u001B[31mtext\\u001B[0m")]
    [InlineData("one byte \u009b31m", "one byte \\u009B31m")]
    [InlineData("bell \a, delete \u007f", "bell \\u0007, delete \\u007F")]
    [InlineData("turned \u202egnorw\u202c", "turned \\u202Egnorw\\u202C")]
    [InlineData("hidden\u200b\ufeff", "hidden\\u200B\\uFEFF")]
    [InlineData("a\u2028b\u2029c", "a\\u2028b\\u2029c")]
    [InlineData("a\tb\r\nc", "a\\tb\\r\\nc")]
    [InlineData("no character \uffff", "no character \\uFFFF")]
    [InlineData("a tag \U000E0041", "a tag \\uDB40\\uDC41")]
    public void What_steers_a_terminal_or_turns_a_line_around_is_written_out(string text, string line) =>
        Assert.Equal(line, Printable.Line(text));

    [Fact]
    public void Half_a_character_is_written_out_and_a_whole_one_is_not() =>
        Assert.Equal("a\\uD83D 😀 \\uDE00", Printable.Line("a\ud83d 😀 \ude00"));

    [Fact]
    public void Texts_that_differ_look_different() =>
        Assert.NotEqual(Printable.Line("a\u0001"), Printable.Line("a\u0002"));

    [Fact]
    public void A_text_of_several_lines_keeps_them() =>
        Assert.Equal("a\n\tb\\u001B", Printable.Lines("a\n\tb\u001b"));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("\u001b\u001b", 8, "\\u001B\\…")]
    public void A_line_is_cut_where_it_would_be_too_long(string text, int most, string line) =>
        Assert.Equal(line, Printable.Line(text, most));

    [Fact]
    public void A_megabyte_is_cut_without_a_look_at_its_end() =>
        Assert.Equal(100, Printable.Line(new string('\u001b', 1_000_000), 100).Length);
}

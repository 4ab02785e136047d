using System.Text;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Tests.Features;

public sealed class FeatureReaderTests : IDisposable
{
    private const string Two = """
        Feature: two
          Scenario: first
            Given a
          Scenario Outline: second
            Given <x>
            Examples:
              | x |
              | b |
              | c |
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-features-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_is_read_with_all_below_it_in_ordinal_order()
    {
        Write("b.feature", "Feature: b\n Scenario: b\n  * a step");
        Write("a/z.feature", "Feature: z\n Scenario: z\n  * a step");
        Write("B.feature", "Feature: B\n Scenario: B\n  * a step");
        Write("a/notes.txt", "no feature");
        Assert.Equal(["B", "z", "b"], Titles(_folder));
    }

    [Fact]
    public void The_ending_may_be_written_in_capitals()
    {
        Write("v.Feature", "Feature: v\n Scenario: v\n  * a step");
        Write("x.FEATURE", "Feature: x\n Scenario: x\n  * a step");
        Write("x.feature.cs", "// made by another tool");
        Assert.Equal(["v", "x"], Titles(_folder));
    }

    [Fact]
    public void A_feature_file_with_another_ending_is_told()
    {
        Write("y.feature.txt", "Feature: y\n Scenario: y\n  * a step");
        Write("z.feature", "Feature: z\n Scenario: z\n  * a step");
        Assert.Equal(
            [$"{_folder}/y.feature.txt: not read, because its name does not end in .feature; "
                + "name it y.feature, or y.txt if it is none"],
            Mistakes(_folder));
    }

    [Theory]
    [InlineData(":2", new[] { "first" })]
    [InlineData(":4", new[] { "second (b)", "second (c)" })]
    [InlineData(":9", new[] { "second (c)" })]
    [InlineData("", new[] { "first", "second (b)", "second (c)" })]
    public void A_line_selects_the_scenario_or_row_that_stands_there(string line, string[] titles) =>
        Assert.Equal(titles, Titles(Write("two.feature", Two) + line));

    [Theory]
    [InlineData(new[] { ":9", ":9" }, new[] { "second (c)" })]
    [InlineData(new[] { ":9", ":4" }, new[] { "second (c)", "second (b)" })]
    [InlineData(new[] { ":2", "" }, new[] { "first", "second (b)", "second (c)" })]
    [InlineData(new[] { "", ":2", "" }, new[] { "first", "second (b)", "second (c)" })]
    public void What_is_selected_twice_comes_once(string[] lines, string[] titles)
    {
        var file = Write("two.feature", Two);
        Assert.Equal(titles, Titles([.. lines.Select(line => file + line)]));
    }

    [Fact]
    public void A_link_to_a_folder_above_makes_no_feature_be_read_twice()
    {
        var inner = Path.Combine(_folder, "inner");
        Directory.CreateDirectory(inner);
        File.WriteAllText(Path.Combine(inner, "one.feature"), "Feature: f\n Scenario: s\n  Given a\n");
        Directory.CreateSymbolicLink(Path.Combine(inner, "up"), _folder);
        Assert.Equal(["s"], Titles(_folder));
    }

    [Fact]
    public void A_file_and_its_folder_are_read_once()
    {
        var file = Write("two.feature", Two);
        Assert.Equal(3, Titles(file, _folder, Path.Combine(_folder, ".", "two.feature:4")).Count);
    }

    [Theory]
    [InlineData(":3", "two.feature:3: no scenario begins on this line; lines 2, 4, 8, 9 begin one")]
    [InlineData(":0", "two.feature:0: no scenario begins on this line; lines 2, 4, 8, 9 begin one")]
    [InlineData(":x",
        "two.feature:x: there is no such file or folder; a .feature file, a folder or file.feature:LINE ")]
    [InlineData(":-2", "two.feature:-2: there is no such file or folder")]
    [InlineData(":99999999999", "two.feature:99999999999: there is no such file or folder")]
    [InlineData("s", "two.features: there is no such file or folder")]
    public void A_selection_of_nothing_says_what_there_is(string behind, string expected) => Assert.Contains(
        expected, Assert.Single(Mistakes(Write("two.feature", Two) + behind)));

    [Fact]
    public void An_empty_folder_is_a_mistake() =>
        Assert.Equal([$"{_folder}: the folder has no .feature file"], Mistakes(_folder));

    [Fact]
    public void All_mistakes_of_all_files_come_together()
    {
        var broken = Write("broken.feature", "Feature: f\n Scenario: s\n  Given w\n  Givn x\n");
        var ragged = Write("ragged.feature", "Feature: f\n Scenario: s\n  Given x\n   | a | b |\n   | c |\n");
        var lost = Path.Combine(_folder, "lost.feature");
        var mistakes = Mistakes(broken, lost, ragged, Write("two.feature", Two));
        Assert.Equal(3, mistakes.Count);
        Assert.StartsWith($"{broken}:4: ", mistakes[0]);
        Assert.Contains("Givn x", mistakes[0]);
        Assert.StartsWith($"{lost}: there is no such file", mistakes[1]);
        Assert.StartsWith($"{ragged}:5: this row has more or fewer cells than the first row of its table", mistakes[2]);
        Assert.All(mistakes, mistake => Assert.DoesNotContain('\n', mistake));
    }

    [Theory]
    [InlineData("Given x", 1)]
    [InlineData("# language: xx\nFeature: f", 1)]
    [InlineData("Feature: f\n Scenario: s\n  Given x\n  \"\"\"\n  never closed\n", 4)]
    [InlineData("Feature: f\n Scenario: s\n  Given x\n Background:\n  Given y\n", 4)]
    [InlineData("Feature: f\n @a b\n Scenario: s\n", 2)]
    [InlineData("Feature: f\n Scenario: s\n  Given x\nFeature: g\n", 4)]
    public void Broken_Gherkin_names_its_line(string text, int line) => Assert.Contains(
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(text)).Mistakes,
        mistake => mistake.StartsWith($"trial.feature:{line}: ", StringComparison.Ordinal));

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        const string Text = "Feature: f\n Scenario: s\n  Given a:\n   \"\"\"\n   x\n   y\n   \"\"\"\n  Given b\n";
        var plain = Write("plain.feature", Text);
        var other = Path.Combine(_folder, "other.feature");
        File.WriteAllText(other, Text.Replace("\n", "\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var a = Assert.Single(FeatureReader.Read([plain], NoSentences.Instance));
        var b = Assert.Single(FeatureReader.Read([other], NoSentences.Instance));
        Assert.Equal(a.Title, b.Title);
        Assert.Equal(
            a.Steps.Select(step => (step.Text, step.Place.Line, step.DocString?.ReplaceLineEndings("\n"))),
            b.Steps.Select(step => (step.Text, step.Place.Line, step.DocString?.ReplaceLineEndings("\n"))));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x46, 0 }, ":1: the file is written in UTF-16; save it as UTF-8")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, 0x46 }, ":1: the file is written in UTF-16; save it as UTF-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 0x46, 0, 0, 0 }, ":1: the file is written in UTF-32; save it as UTF-8")]
    [InlineData(new byte[] { 0x46, 0, 0x65, 0 }, ":1: the file holds zero bytes: it is no text, or not in UTF-8")]
    [InlineData(new byte[] { 0x46, 0x0A, 0xC3, 0xA9, 0xE9, 0x20 },
        ":2: the byte E9 at column 2 is not UTF-8; save the file as UTF-8")]
    [InlineData(new byte[] { 0x46, 0xC3 }, ":1: the byte C3 at column 2 is not UTF-8; save the file as UTF-8")]
    public void A_file_that_is_not_UTF_8_is_told_as_that(byte[] bytes, string expected)
    {
        var file = Path.Combine(_folder, "bytes.feature");
        File.WriteAllBytes(file, bytes);
        Assert.Equal([file + expected], Mistakes(file));
    }

    [Fact]
    public void A_file_without_an_end_is_no_feature_file() => Assert.Equal(
        ["/dev/zero: larger than 16 MB, the most that is read"], Mistakes("/dev/zero"));

    [Theory]
    [InlineData("")]
    [InlineData("Feature: later\n")]
    public void A_file_without_scenarios_has_none(string text) =>
        Assert.Empty(FeatureReader.Read([Write("empty.feature", text)], NoSentences.Instance));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static IReadOnlyList<string> Titles(params IReadOnlyList<string> paths) =>
        [.. FeatureReader.Read(paths, NoSentences.Instance).Select(scenario => scenario.Title)];

    private static IReadOnlyList<string> Mistakes(params IReadOnlyList<string> paths) =>
        Assert.Throws<FeatureMistakesException>(() => FeatureReader.Read(paths, NoSentences.Instance)).Mistakes;
}

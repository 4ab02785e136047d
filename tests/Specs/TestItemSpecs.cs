using System.Text.RegularExpressions;

namespace HilBench.Specs;

/// <summary>
/// The table of test items in <c>docs/test-items.md</c> names scenarios that exist, and all that were written for it.
/// </summary>
public sealed partial class TestItemSpecs
{
    private const string Folder = "features/acceptance/tenders/";

    private static readonly IReadOnlyList<(int Item, string File, string Title)> OnThePage = [.. ReadPage()];

    [Fact]
    public void There_are_at_least_twenty_items_and_each_has_its_source_and_its_scenarios()
    {
        var items = Rows().ToList();
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(cells => int.Parse(cells[1].Trim())));
        Assert.InRange(items.Count, 20, 200);
        Assert.All(items, cells => Assert.Matches(@"\[\d+\]", cells[3]));
        Assert.All(items, cells => Assert.Contains(OnThePage, one => one.Item == int.Parse(cells[1].Trim())));
    }

    [Fact]
    public void Each_scenario_that_the_page_names_exists()
    {
        var known = Titles();
        Assert.All(OnThePage, named => Assert.Contains((named.File, named.Title), known));
    }

    [Fact]
    public void Each_scenario_that_was_written_for_an_item_stands_on_the_page() => Assert.All(
        Titles().Where(one => one.File.StartsWith(Folder, StringComparison.Ordinal)),
        written => Assert.Contains((written.File, written.Title), OnThePage.Select(one => (one.File, one.Title))));

    /// <summary>As they are written, with the placeholders of an outline.</summary>
    private static HashSet<(string File, string Title)> Titles() =>
    [
        .. FeatureFolder.Scenarios.Select(one => one.Place.File).Distinct().SelectMany(
            file => Scenario().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))
                .Select(match => (file, match.Groups[1].Value.Trim()))),
    ];

    private static IEnumerable<(int Item, string File, string Title)> ReadPage() =>
        from cells in Rows()
        from file in Named().Matches(cells[4])
        from title in Quoted().Matches(file.Groups["titles"].Value)
        select (int.Parse(cells[1].Trim()), file.Groups["file"].Value, title.Groups[1].Value);

    private static IEnumerable<string[]> Rows() =>
        Checkout.Read("docs/test-items.md").Split('\n').Where(line => Numbered().IsMatch(line))
            .Select(line => line.Split('|'));

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Numbered();

    [GeneratedRegex("`(?<file>[^`]+\\.feature)`: (?<titles>[^`]+)")]
    private static partial Regex Named();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^ *Scenario(?: Outline)?: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Scenario();
}

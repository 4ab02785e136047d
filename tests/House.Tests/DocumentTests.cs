using System.Text.RegularExpressions;

namespace HilBench.House.Tests;

/// <summary>The pages stay short where they must be, and complete where they list something.</summary>
public partial class DocumentTests
{
    private const int MostLinesOfReadme = 120;
    private const int MostLinesOfADecision = 80;

    [Fact]
    public void The_readme_is_read_in_one_sitting()
    {
        Assert.InRange(House.Lines("README.md").Length, 20, MostLinesOfReadme);
    }

    [Fact]
    public void A_decision_is_one_page()
    {
        Assert.All(Decisions(), page => Assert.InRange(House.Lines(page).Length, 5, MostLinesOfADecision));
    }

    [Fact]
    public void The_architecture_lists_all_decisions_in_one_list_and_in_their_order()
    {
        var lines = House.Lines("docs/architecture.md");
        var listed = lines
            .Select((line, index) => (Match: DecisionLink().Match(line), index))
            .Where(line => line.Match.Success)
            .ToArray();
        Assert.Equal(
            Decisions().Select(Path.GetFileName), listed.Select(line => line.Match.Groups[1].Value));
        Assert.Equal(
            Enumerable.Range(listed[0].index, listed.Length), listed.Select(line => line.index));
    }

    [Fact]
    public void Every_page_of_docs_is_linked_from_another_page()
    {
        var targets = House.Files(".md")
            .SelectMany(page => Link().Matches(House.Text(page))
                .Select(link => Full(page, link.Groups[1].Value.Split('#')[0])))
            .ToHashSet(StringComparer.Ordinal);
        var lonely = House.Files(".md")
            .Where(page => page.StartsWith("docs/", StringComparison.Ordinal))
            .Where(page => !targets.Contains(Path.Combine(House.Root, page)));
        Assert.Empty(lonely);
    }

    [Fact]
    public void Every_link_to_a_heading_finds_that_heading()
    {
        var broken = new List<string>();
        foreach (var page in House.Files(".md"))
        {
            foreach (Match link in Link().Matches(House.Text(page)))
            {
                var parts = link.Groups[1].Value.Split('#');
                if (parts.Length != 2 || parts[0].Contains("://")) continue;
                var target = parts[0].Length == 0 ? Path.Combine(House.Root, page) : Full(page, parts[0]);
                if (File.Exists(target) && target.EndsWith(".md", StringComparison.Ordinal)
                    && !Anchors(target).Contains(parts[1]))
                    broken.Add($"{page} -> {link.Groups[1].Value}");
            }
        }

        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    /// <summary>The page features/rules.md is made from the features; tests/Specs keeps it up to date.</summary>
    [Fact]
    public void How_many_scenarios_a_page_says_there_are_is_how_many_there_are()
    {
        var all = CountOfExamples().Match(House.Text("features/rules.md")).Groups[1].Value;
        var leftOut = CountLeftOut().Match(House.Text("README.md")).Groups;
        var total = (int.Parse(all) - int.Parse(leftOut[1].Value) - int.Parse(leftOut[2].Value)).ToString();
        var said = new[] { "README.md", "docs/commands.md", "docs/developing.md", "features/README.md" }
            .SelectMany(page => CountOnTheVirtualRig().Matches(House.Text(page)))
            .SelectMany(match => match.Groups.Values.Skip(1))
            .Select(group => group.Value)
            .ToArray();
        Assert.NotEmpty(said);
        Assert.All(said, count => Assert.Equal(total, count));
    }

    private static string[] Decisions() =>
        [.. House.Files(".md").Where(page => page.StartsWith("docs/decisions/", StringComparison.Ordinal))];

    private static string Full(string page, string target) =>
        Path.GetFullPath(Path.Combine(House.Root, Path.GetDirectoryName(page)!, target));

    /// <summary>As GitHub makes them: lower case, hyphens for blanks, other characters left out.</summary>
    private static IEnumerable<string> Anchors(string page) => File.ReadAllLines(page)
        .Where(line => line.StartsWith('#'))
        .Select(line => line.TrimStart('#').Trim().ToLowerInvariant())
        .Select(title => NotInAnAnchor().Replace(title, "").Replace(' ', '-'));

    [GeneratedRegex(@"(\d+) examples in all")]
    private static partial Regex CountOfExamples();

    [GeneratedRegex(@"\((\d+) need a serial\s+cable, (\d+) a\s+split meter\)")]
    private static partial Regex CountLeftOut();

    [GeneratedRegex(@"(\d+) scenarios on rig virtual, seed \d+: (\d+) passed")]
    private static partial Regex CountOnTheVirtualRig();

    [GeneratedRegex(@"^- \[[^\]]+\]\(decisions/([^)]+)\)")]
    private static partial Regex DecisionLink();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnAnchor();
}

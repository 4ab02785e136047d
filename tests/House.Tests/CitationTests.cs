using System.Text.RegularExpressions;

namespace HilBench.House.Tests;

/// <summary>A reader must be able to look up whatever a comment, a message or a page refers to.</summary>
public partial class CitationTests
{
    private static readonly string[] TextFiles =
        [".cs", ".md", ".json", ".feature", ".csproj", ".props", ".service", ".txt", ".c", ".sh", ".awk", ".yml"];

    /// <summary>Scripts without an ending.</summary>
    private static readonly string[] Scripts = [".ci/run", "run", "init", "agent", "mutation"];

    /// <summary>Pages that a script writes, and the name of an argument.</summary>
    private static readonly string[] NotInTheRepository =
        ["unexplained.md", "report/what-notices-what.md", "EXPLANATIONS.md"];

    [Fact]
    public void Every_page_that_is_mentioned_anywhere_is_in_the_repository()
    {
        var missing = Texts().SelectMany(file => House.Lines(file)
            .SelectMany((line, index) => Page().Matches(LinkLabel().Replace(line, "]("))
                .Select(match => match.Value)
                .Where(page => !NotInTheRepository.Contains(page) && !IsThere(file, page))
                .Select(page => $"{file}:{index + 1}: {page}")));
        Assert.True(!missing.Any(), string.Join("\n", missing));
    }

    [Fact]
    public void No_comment_cites_a_numbered_habit_or_notes_that_are_not_in_the_repository()
    {
        var citations = Texts().SelectMany(file => House.Lines(file)
            .Select((line, index) => (Place: $"{file}:{index + 1}: {line.Trim()}", Line: line))
            .Where(line => Elsewhere().IsMatch(line.Line))
            .Select(line => line.Place));
        Assert.True(!citations.Any(), string.Join("\n", citations));
    }

    private static IEnumerable<string> Texts() =>
        House.Files("").Where(file => !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal)
            && (TextFiles.Contains(Path.GetExtension(file)) || Scripts.Contains(Path.GetFileName(file))));

    /// <summary>From the root, or from the folder of the file that mentions it, as links in pages are.</summary>
    private static bool IsThere(string file, string page) =>
        File.Exists(Path.Combine(House.Root, page))
        || File.Exists(Path.Combine(House.Root, Path.GetDirectoryName(file)!, page));

    /// <summary>What a link is called; where it leads is checked.</summary>
    [GeneratedRegex(@"\[[^\]]*\]\(")]
    private static partial Regex LinkLabel();

    [GeneratedRegex(@"(?<![\w/:.$""-])(?:\.{1,2}/)*[\w-][\w./-]*\.md\b")]
    private static partial Regex Page();

    [GeneratedRegex(@"\bhabit \d|\bdesign notes\b|\bstyle guide\b", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}

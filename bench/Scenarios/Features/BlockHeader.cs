using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gherkin;
using HilBench.Input;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>A line that reads like the title of a scenario, a background, a rule or examples, but is none.</summary>
/// <param name="Keyword">What it was probably meant to be.</param>
/// <param name="OwnsTable">Examples: a table stands below it, not steps.</param>
/// <param name="HasColon">As a title must.</param>
/// <param name="IsWhole">Nothing but the keyword stands before the colon or the end.</param>
/// <param name="IsRight">It is written as it should be: not how it is written is wrong, but where it stands.</param>
/// <param name="IsSlip">The keyword alone, with its colon, so nearly right that hardly a word is nearer.</param>
internal sealed partial record BlockHeader(
    string Keyword, bool OwnsTable, bool HasColon, bool IsWhole, bool IsRight, bool IsSlip)
{
    private const int LongestHead = 60;

    /// <summary>What stands behind is no title's business.</summary>
    private const int LongestLine = 200;

    private const int LongKeyword = 8;

    private static readonly ConcurrentDictionary<string, (string Keyword, bool OwnsTable)[]> Known = new();

    public static BlockHeader? Of(string line, GherkinDialect dialect)
    {
        var plain = OddCharacters.Plain(line.Length <= LongestLine ? line : line[..LongestLine]);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var hasColon = colon >= 0;
        var head = Marks().Replace(hasColon ? plain[..colon] : plain, " ").Trim();
        if (head.Length == 0 || (hasColon && head.Length > LongestHead)) return null;
        var said = head.ToUpperInvariant();
        return Whole(plain, said, hasColon, dialect) ?? Beginning(said, hasColon, dialect);
    }

    /// <summary>The keyword with nearly nothing wrong, and nothing else before the colon or the end.</summary>
    private static BlockHeader? Whole(string line, string said, bool hasColon, GherkinDialect dialect)
    {
        var nearest = KeywordsOf(dialect)
            .Select(one => (one.Keyword, one.OwnsTable, Edits: EditsTo(said, one.Keyword)))
            .Where(one => one.Edits <= (IsLong(one.Keyword) ? 2 : 1) && (hasColon || one.Edits == 0))
            .OrderBy(one => one.Edits).ThenBy(one => one.OwnsTable)
            .FirstOrDefault();
        if (nearest.Keyword is not { } keyword) return null;
        var meant = keyword.ToUpperInvariant();
        var isRight = line.StartsWith(keyword + ":", StringComparison.Ordinal);
        // One letter changed in a short word is mostly another word; two swapped or one doubled is a slip.
        var isSlip = hasColon && nearest.Edits <= 1 && said != meant + "S" && !isRight
            && (IsLong(keyword) || (nearest.Edits == 1 && said.ToHashSet().SetEquals(meant)));
        return new BlockHeader(keyword, nearest.OwnsTable, hasColon, IsWhole: true, isRight, isSlip);
    }

    /// <summary>As in "Scenario 3: …", "Scenario Loop 10: …" or, without a colon, "Scenario worn contacts".</summary>
    private static BlockHeader? Beginning(string said, bool hasColon, GherkinDialect dialect)
    {
        var all = KeywordsOf(dialect);
        var found = all.FirstOrDefault(
            one => said.StartsWith(one.Keyword.ToUpperInvariant() + " ", StringComparison.Ordinal));
        var blank = said.IndexOf(' ', StringComparison.Ordinal);
        if (found.Keyword is null && hasColon && blank > 0)
            found = all.FirstOrDefault(one => IsLong(one.Keyword) && EditsTo(said[..blank], one.Keyword) <= 1);
        return found.Keyword is { } keyword
            ? new BlockHeader(keyword, found.OwnsTable, hasColon, IsWhole: false, IsRight: false, IsSlip: false)
            : null;
    }

    private static bool IsLong(string keyword) => keyword.Length >= LongKeyword;

    private static int EditsTo(string said, string keyword) => Math.Abs(said.Length - keyword.Length) > 2
        ? int.MaxValue
        : NearestName.Edits(said, keyword.ToUpperInvariant());

    /// <summary>The longest first, so that "Scenario Outline" is found before "Scenario".</summary>
    private static (string Keyword, bool OwnsTable)[] KeywordsOf(GherkinDialect dialect) =>
        Known.GetOrAdd(dialect.Language, _ => [.. ((string[])
            [
                .. dialect.ScenarioOutlineKeywords, .. dialect.ScenarioKeywords, .. dialect.BackgroundKeywords,
                .. dialect.RuleKeywords, .. dialect.FeatureKeywords,
            ]).Select(keyword => (keyword, false))
            .Concat(dialect.ExamplesKeywords.Select(keyword => (keyword, true)))
            .OrderByDescending(one => one.Item1.Length)]);

    /// <summary>Markdown, bullets and the like; a hyphen or underscore stands for a blank.</summary>
    [GeneratedRegex(@"[\s\-_#*>{}\[\]<()""'`;,=]+")]
    private static partial Regex Marks();
}

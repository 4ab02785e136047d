using HilBench.Scenarios.Features;

namespace HilBench.Web.Runs;

/// <summary>What of a tree is shown: scenarios with some words in them, and with some tags.</summary>
internal sealed class FeatureFilter
{
    public static readonly FeatureFilter All = new("", "");

    private readonly string _words;
    private readonly TagExpression? _tags;

    /// <param name="words">Looked for in titles, rules, tags, files and sentences, in any case of letters.</param>
    /// <param name="tags">A tag expression; empty = all.</param>
    public FeatureFilter(string words, string tags)
    {
        _words = words.Trim();
        if (string.IsNullOrWhiteSpace(tags)) return;
        try
        {
            _tags = TagExpression.Parse(tags);
        }
        catch (FeatureMistakesException wrong)
        {
            Mistake = wrong.Message;
        }
    }

    /// <summary>Why the tags make no sense; null when they do.</summary>
    public string? Mistake { get; }

    public bool IsAll => _words.Length == 0 && _tags is null && Mistake is null;

    /// <summary>The files with something to show, each with what is shown of it.</summary>
    public IReadOnlyList<FeatureNode> Of(FeatureTree tree) => IsAll
        ? tree.Files
        :
        [
            .. tree.Files.Select(file => file with { Scenarios = [.. file.Scenarios.Where(one => Shows(file, one))] })
                .Where(file => file.Scenarios.Count > 0 || (file.Mistakes.Count > 0 && Has(file.File))),
        ];

    private bool Shows(FeatureNode file, ScenarioNode one)
    {
        if (Mistake is not null || _tags?.Matches(one.Tags) is false) return false;
        return Has(file.Title) || Has(file.File) || Has(one.Title) || (one.Rule is { } rule && Has(rule))
            || one.Tags.Any(tag => Has("@" + tag)) || one.Steps.Any(Has);
    }

    private bool Has(string text) => text.Contains(_words, StringComparison.OrdinalIgnoreCase);
}

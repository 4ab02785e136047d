using Gherkin.Ast;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// Two scenarios of a rule, two rules of a feature, or two features with one title: in a report nobody can tell them
/// apart.
/// </summary>
internal static class SameTitles
{
    public static IEnumerable<LintFinding> OfScenarios(LintedFile file, Feature feature) =>
        Among(file, feature.Children).Concat(feature.Children.OfType<Rule>()
            .SelectMany(rule => Among(file, rule.Children)));

    public static IEnumerable<(LintedFile File, LintFinding Finding)> OfFeatures(IReadOnlyList<LintedFile> files)
    {
        var first = new Dictionary<string, LintedFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (file.Document?.Feature is not { } feature || first.TryAdd(feature.Name.Trim(), file)) continue;
            yield return (file, file.Finding(
                feature.Location.Line, LintRules.SameTitle,
                $"feature \"{Excerpt.Of(feature.Name)}\" has the title of {first[feature.Name.Trim()].Name}; "
                + "say what is different"));
        }
    }

    private static IEnumerable<LintFinding> Among(LintedFile file, IEnumerable<IHasLocation> children)
    {
        var first = new Dictionary<(string, string), int>();
        foreach (var child in children)
        {
            if (child is not (Scenario or Rule)) continue;
            var (what, title) = child is Scenario scenario ? ("scenario", scenario.Name) : ("rule", ((Rule)child).Name);
            var line = child.Location.Line;
            if (first.TryAdd((what, title.Trim().ToUpperInvariant()), line)) continue;
            yield return file.Finding(
                line, LintRules.SameTitle,
                $"{what} \"{Excerpt.Of(title)}\" has the title of the one on line "
                + $"{first[(what, title.Trim().ToUpperInvariant())]}; say what is different");
        }
    }
}

using Gherkin.Ast;
using HilBench.Input;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// A tag that one file alone has and that is a letter away from a known one: <c>--tags</c> would miss what stands below
/// it. Known are the tags of the features that come with the bench, and what several files of the set have.
/// </summary>
internal static class NearTags
{
    private const int FilesOfKnown = 2;

    /// <summary>A shorter tag is a letter away from many.</summary>
    private const int ShortestNear = 4;

    /// <summary>The tags that features/README.md explains.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        "@acceptance", "@contacts", "@credit", "@display", "@faults", "@front", "@keypad", "@known-defect", "@load",
        "@lockout", "@pi", "@pi3b", "@power", "@profiles", "@replay", "@rollover", "@split",
    ];

    public static IEnumerable<(LintedFile File, LintFinding Finding)> In(IReadOnlyList<LintedFile> files)
    {
        var all = files.SelectMany(file => TagsOf(file).Select(tag => (File: file, Tag: tag))).ToArray();
        var often = all.GroupBy(one => one.Tag.Name)
            .Where(group => group.Select(one => one.File).Distinct().Count() >= FilesOfKnown)
            .Select(group => group.Key);
        HashSet<string> known = [.. Shipped, .. often];
        foreach (var (file, tag) in all)
        {
            if (known.Contains(tag.Name) || Near(tag.Name, known) is not { } near) continue;
            yield return (file, file.Finding(
                tag.Location.Line, LintRules.NearTag,
                $"tag {Excerpt.Of(tag.Name)} stands in this file alone; did you mean {near}?"));
        }
    }

    private static string? Near(string tag, IEnumerable<string> known) => tag.Length <= ShortestNear
        ? null
        : known.Order(StringComparer.Ordinal).FirstOrDefault(
            name => string.Equals(name, tag, StringComparison.OrdinalIgnoreCase)
                || (name.Length > ShortestNear && NearestName.Edits(tag, name) == 1));

    private static IEnumerable<Tag> TagsOf(LintedFile file) => file.Document?.Feature is { } feature
        ? [.. feature.Tags, .. TagsOf(feature.Children)]
        : [];

    private static IEnumerable<Tag> TagsOf(IEnumerable<IHasLocation> children) => children.SelectMany(child =>
        child switch
        {
            Rule rule => [.. rule.Tags, .. TagsOf(rule.Children)],
            Scenario scenario => [.. scenario.Tags, .. scenario.Examples.SelectMany(examples => examples.Tags)],
            _ => (IEnumerable<Tag>)[],
        });
}

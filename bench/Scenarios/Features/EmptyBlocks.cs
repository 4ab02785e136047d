using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>Backgrounds without steps, and rules whose steps no scenario would ever run.</summary>
internal static class EmptyBlocks
{
    public static IEnumerable<(IHasLocation At, string What)> In(Feature feature)
    {
        if (feature.Children.Any(child => child is Background) && !HasScenario(feature.Children))
        {
            yield return (feature,
                $"feature \"{Excerpt.Of(feature.Name)}\" has no scenario, so its background would never run");
        }

        foreach (var child in feature.Children)
        {
            foreach (var empty in Below(child)) yield return empty;
        }
    }

    private static IEnumerable<(IHasLocation At, string What)> Below(IHasLocation child)
    {
        if (child is Background background && !background.Steps.Any())
            yield return (background, "this background has no steps; write them below it, or leave the line out");
        if (child is not Rule rule) yield break;
        if (!HasScenario(rule.Children))
        {
            yield return (rule, $"rule \"{Excerpt.Of(rule.Name)}\" has no scenario, so " + (rule.Children.Any()
                ? "its background would never run"
                : "it would prove nothing"));
        }

        foreach (var inner in rule.Children.OfType<Background>().SelectMany(Below)) yield return inner;
    }

    private static bool HasScenario(IEnumerable<IHasLocation> children) =>
        children.Any(child => child is Scenario || (child is Rule rule && HasScenario(rule.Children)));
}

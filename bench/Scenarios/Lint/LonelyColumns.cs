using Gherkin.Ast;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// A column of examples that stands in no step, beside others that do: a remark, or a promise that nobody checks.
/// </summary>
internal static class LonelyColumns
{
    public static IEnumerable<LintFinding> In(LintedFile file, Feature feature) =>
        Outlines(feature.Children).SelectMany(UnusedColumns.Beside).Select(one => file.Finding(
            one.Line, LintRules.UnusedColumn,
            $"column \"{Excerpt.Of(one.Column)}\" stands in no step; write <{Excerpt.Of(one.Column)}> where it is "
            + "meant, or leave it out"));

    private static IEnumerable<Scenario> Outlines(IEnumerable<IHasLocation> children) => children.SelectMany(child =>
        child switch
        {
            Scenario scenario => [scenario],
            Rule rule => Outlines(rule.Children),
            _ => (IEnumerable<Scenario>)[],
        });
}

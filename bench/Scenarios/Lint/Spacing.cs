using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>A file that <c>--fix</c> would write otherwise: one finding, at the first line that differs.</summary>
internal static class Spacing
{
    public static LintFinding? In(LintedFile file)
    {
        if (FeatureLayout.Of(file.Text) is not { } laid || laid == file.Text) return null;
        var (now, then) = (FeatureLines.Of(file.Text), FeatureLines.Of(laid));
        var same = now.Zip(then).TakeWhile(pair => pair.First == pair.Second).Count();
        return file.Finding(
            Math.Clamp(same + 1, 1, Math.Max(1, now.Length)), LintRules.Spacing,
            "from here on indentation, blank lines or tables are not as hilbench lint --fix writes them");
    }
}

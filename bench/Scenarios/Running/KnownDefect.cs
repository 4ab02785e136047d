using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>
/// The tag <c>@known-defect</c> or <c>@known-defect:NAME</c>: the meter is known to fail this scenario. It is reported
/// by its own name and turns no run red, until the meter passes: then the tag is wrong, and that is red.
/// </summary>
internal static class KnownDefect
{
    /// <summary>What the tag makes of how a scenario ended; nothing when nothing was proved.</summary>
    public static ScenarioResult Judged(ScenarioResult result)
    {
        if (NameOf(result.Case) is not { } name) return result;
        return result.Verdict switch
        {
            Verdict.Failed => result with
            {
                Verdict = Verdict.KnownDefect, Message = $"{name}: {result.Message}",
            },
            Verdict.Passed => result with
            {
                Verdict = Verdict.Failed,
                Message = $"it passed, though its tag says that the meter has the {name}: the defect is mended, so "
                    + "take the tag away",
            },
            _ => result,
        };
    }

    /// <summary>Such as <c>known defect BUG-17</c>; null without the tag.</summary>
    private static string? NameOf(ScenarioCase scenario)
    {
        var tag = scenario.Tags.FirstOrDefault(tag => TagExpression.GroupOf(tag) == TagExpression.KnownDefect);
        if (tag is null) return null;
        var name = tag[TagExpression.KnownDefect.Length..].TrimStart(':');
        return name.Length == 0 ? "known defect" : $"known defect {name}";
    }
}

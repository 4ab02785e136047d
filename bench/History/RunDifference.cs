using HilBench.Scenarios.Running;

namespace HilBench.History;

/// <summary>How a scenario differs between two runs.</summary>
public enum Change
{
    NewlyRed,
    Mended,

    /// <summary>Red in both, by another verdict or for another reason.</summary>
    RedInAnotherWay,
    New,
    Gone,

    /// <summary>It took more than twice as long, and a tenth of a second more.</summary>
    Slower,
}

/// <summary>One scenario that is not what it was.</summary>
/// <param name="Change">In which way.</param>
/// <param name="Before">In the first run; null when it is new.</param>
/// <param name="After">In the second run; null when it is gone.</param>
public sealed record ScenarioChange(Change Change, PastScenario? Before, PastScenario? After)
{
    public string Name => (After ?? Before)!.Name;
}

/// <summary>What is different between two runs.</summary>
public static class RunDifference
{
    private const double SlowerBy = 2;
    private const double SlowerBySeconds = 0.1;

    /// <summary>By kind of change, then by name.</summary>
    public static IReadOnlyList<ScenarioChange> Of(
        IReadOnlyList<PastScenario> before, IReadOnlyList<PastScenario> after)
    {
        var (was, now) = (before.ToDictionary(one => one.Name), after.ToDictionary(one => one.Name));
        return
        [
            .. was.Keys.Union(now.Keys)
                .Select(name => Between(was.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                .OfType<ScenarioChange>()
                .OrderBy(one => one.Change)
                .ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    private static ScenarioChange? Between(PastScenario? before, PastScenario? after)
    {
        Change? change = (before, after) switch
        {
            (null, _) => Change.New,
            (_, null) => Change.Gone,
            ({ Verdict: Verdict.Passed }, { Verdict: Verdict.Passed }) =>
                IsSlower(before, after) ? Change.Slower : null,
            ({ Verdict: Verdict.Passed }, _) => Change.NewlyRed,
            (_, { Verdict: Verdict.Passed }) => Change.Mended,
            _ => (before.Verdict, before.Message) == (after.Verdict, after.Message) ? null : Change.RedInAnotherWay,
        };
        return change is { } kind ? new ScenarioChange(kind, before, after) : null;
    }

    private static bool IsSlower(PastScenario before, PastScenario after) =>
        after.Seconds > SlowerBy * before.Seconds && after.Seconds > before.Seconds + SlowerBySeconds;
}

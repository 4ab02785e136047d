using HilBench.History;
using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>What a report says of the run before: the last one of the same scenarios on the same rig.</summary>
internal static class SinceLastRun
{
    /// <summary>More is a list for <c>hilbench history diff</c>.</summary>
    private const int MostLines = 40;

    /// <summary>Null when there is no such run.</summary>
    /// <exception cref="HistoryException">The history cannot be read.</exception>
    public static RunChanges? Of(Past past, long id)
    {
        if (past.Run(id) is not { } run || past.Before(run) is not { } before) return null;
        var after = past.Scenarios(run);
        var changes = RunDifference.Of(past.Scenarios(before), after);
        var changed = changes.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var known = after.ToDictionary(one => one.Name, StringComparer.Ordinal);
        return new RunChanges(
            [.. Lines(before, changes)],
            scenario => known.GetValueOrDefault(RunLog.NameOf(scenario)) is { } one
                ? AgeOf(one, changed.GetValueOrDefault(one.Name)?.Change, run, before) : null);
    }

    private static IEnumerable<string> Lines(PastRun before, IReadOnlyList<ScenarioChange> changes)
    {
        var told = $"since run {before.Id}, which began at {before.Head.Began:yyyy-MM-dd HH:mm} UTC "
            + $"({ChangeWords.VerdictsOf(before)}): ";
        string[] counts =
        [
            .. changes.GroupBy(one => one.Change).OrderBy(group => group.Key)
                .Select(group => $"{group.Count()} {WordOf(group.Key)}"),
        ];
        yield return told + (counts.Length == 0 ? "nothing changed" : string.Join(", ", counts));
        foreach (var one in changes.Take(MostLines)) yield return ChangeWords.Of(one);
        if (changes.Count > MostLines)
            yield return $"and {changes.Count - MostLines} more: hilbench history diff {before.Id} last";
    }

    private static string WordOf(Change change) => change switch
    {
        Change.NewlyRed => "newly red",
        Change.RedInAnotherWay => "red in another way",
        _ => change.ToString().ToLowerInvariant(),
    };

    private static string? AgeOf(PastScenario one, Change? change, PastRun run, PastRun before) => change switch
    {
        Change.NewlyRed => $"newly red: it passed in run {before.Id}",
        Change.New => $"new: run {before.Id} did not have it",
        _ when one.RedSince is { } since && since != run.Id => $"red since run {since}",
        _ => null,
    };
}

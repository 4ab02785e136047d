using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.History.Tests;

/// <summary>Runs as a test writes them into a history.</summary>
internal static class Written
{
    public static readonly DateTime Began = new(2026, 11, 28, 8, 0, 0, DateTimeKind.Utc);

    public static RunHead Head { get; } = new(Began, "virtual", 1, "build", IsVirtual: true, "run features", 2);

    public static void Run(string path, RunHead head, params IReadOnlyList<ScenarioResult> results)
    {
        using var history = HistoryFile.Open(path);
        using var log = RunLog.Begin(history, head);
        foreach (var result in results) log.Add(result);
        log.End(Began.AddMinutes(1));
    }

    public static ScenarioResult Result(string name, Verdict verdict, string message = "", RunPlace? where = null) =>
        new()
        {
            Case = new ScenarioCase
            {
                Feature = "S", Title = name, Place = new Place("a.feature", 3), Lines = [3], OwnTags = [], Tags = [],
                Steps = [], Identity = new CaseIdentity("S", name), Source = "text",
            },
            Verdict = verdict, Seed = new ScenarioSeed(1), Message = message, WallTime = TimeSpan.FromSeconds(1.5),
            Where = where,
        };
}

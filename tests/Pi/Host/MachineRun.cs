using System.Diagnostics;
using HilBench.Input;
using HilBench.Recording;
using HilBench.Recording.Replaying;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Pi;

/// <summary>
/// What one machine does, the scenarios or the checks, on one thread from beginning to end. A scenario that proved
/// nothing because a press did not arrive is run once more after a fresh boot: an emulator on a busy computer lost that
/// press. A failed scenario is never repeated.
/// </summary>
internal sealed class MachineRun(GuestPlan plan, StepEngine engine, CancellationToken stop)
{
    private readonly List<Verdict> _verdicts = [];
    private readonly RecordingShelf _shelf = new();

    /// <summary>The verdicts of all scenarios and checks.</summary>
    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    /// <summary>How many scenarios and checks were run twice.</summary>
    public int Repeated { get; private set; }

    public void RunScenarios(IReadOnlyList<ScenarioCase> scenarios) => OnMachine(() => RunThem(scenarios));

    public void RunContract() => OnMachine(() => _verdicts.AddRange(new ContractTests((VmPlan)plan).Run()));

    public void RunChecks() => OnMachine(() =>
    {
        var started = Stopwatch.GetTimestamp();
        var checks = new Checks((VmPlan)plan);
        var verdicts = checks.Run();
        Repeated += checks.Repeated;
        _verdicts.AddRange(verdicts);
        var right = verdicts.Count(verdict => verdict == Verdict.Passed);
        var seconds = (int)Stopwatch.GetElapsedTime(started).TotalSeconds;
        Screen.Write(
            $"{verdicts.Count} checks of {plan.Description}, {seconds} s: {right} ok, {verdicts.Count - right} not");
    });

    /// <summary>A fault that makes the machine unusable ends the run and is its verdict.</summary>
    private void OnMachine(Action work)
    {
        try
        {
            work();
        }
        catch (Exception wrong) when (wrong is SettingsException or RigFaultException)
        {
            Screen.Write($"{plan.Label}: rig fault: {wrong.Message}");
            _verdicts.Add(Verdict.RigFault);
        }
        finally
        {
            plan.Dispose();
        }
    }

    private void RunThem(IReadOnlyList<ScenarioCase> scenarios)
    {
        var started = Stopwatch.GetTimestamp();
        var results = RunOnce(scenarios).ToArray();
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Verdict != Verdict.Invalid || stop.IsCancellationRequested) continue;
            Screen.Write(
                $"  invalid, once more: {plan.Label}  {results[i].Case.Feature}: {results[i].Case.Title}",
                $"    {results[i].Message?.ReplaceLineEndings(" ")}");
            plan.Renew();
            results[i] = RunOnce([scenarios[i]])[0];
            Repeated++;
        }

        Screen.Write([.. results.Where(result => result.Verdict != Verdict.Passed).SelectMany(Story)]);
        Screen.Write(Summary(results, Stopwatch.GetElapsedTime(started)));
        if (plan.Remark is { } remark) Screen.Write($"  {remark}");
        _verdicts.AddRange(results.Select(result => result.Verdict));
        _verdicts.AddRange(Replayed(results));
    }

    /// <summary>What was done to the machine's real pins is done again on the virtual rig: every answer is the same.</summary>
    private IReadOnlyList<Verdict> Replayed(IReadOnlyList<ScenarioResult> results)
    {
        var rig = Rigs.Load("virtual");
        var outcomes = results
            .Where(result => result is { Verdict: Verdict.Passed, Recording: not null })
            .Select(result => (result.Case, Recording: result.Recording!.Read(result.Case.Place.ToString())))
            .Select(one => (one.Case,
                Outcome: new RigReplay(one.Recording, RecordedRigs.PlanFor(one.Recording, rig)).Run()))
            .ToArray();
        foreach (var (scenario, outcome) in outcomes.Where(one => one.Outcome.Verdict != ReplayVerdict.Same))
        {
            Screen.Write(
                $"REPLAY {outcome.Verdict.ToString().ToUpperInvariant()}: {plan.Label}  {scenario.Title}",
                $"  {outcome.Why ?? $"recorded: {outcome.First?.Recorded}; now: {outcome.First?.Now}"}");
        }

        var same = outcomes.Count(one => one.Outcome.Verdict == ReplayVerdict.Same);
        Screen.Write(
            $"{outcomes.Length} recordings of {plan.Description}, replayed on rig virtual: {same} the same, "
            + $"{outcomes.Sum(one => one.Outcome.Answers)} answers");
        return [.. outcomes.Select(one => one.Outcome.Verdict == ReplayVerdict.Same
            ? Verdict.Passed : Verdict.Failed)];
    }

    private IReadOnlyList<ScenarioResult> RunOnce(IReadOnlyList<ScenarioCase> scenarios) =>
        new Runner(engine, new RunOptions
        {
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs<RigPlan>(plan),
            Listener = new Teller(plan),
            Stop = stop,
            Record = RecordingScope.All,
            Shelf = _shelf,
        }).Run(scenarios);

    private IEnumerable<string> Story(ScenarioResult result) =>
    [
        $"{result.Verdict.ToString().ToUpperInvariant()}: {plan.Label}  {result.Case.Title}",
        .. FailureText.Of(result).Select(line => $"  {line}"),
    ];

    private string Summary(IReadOnlyList<ScenarioResult> results, TimeSpan time)
    {
        var counts = results.GroupBy(result => result.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}");
        var repeated = Repeated == 0 ? "" : $" ({Repeated} of them run once more, invalid the first time)";
        var what = results.Count == 1 ? "scenario" : "scenarios";
        return $"{results.Count} {what} on {plan.Description}, {plan.Boots} boots, {(int)time.TotalSeconds} s: "
            + string.Join(", ", counts) + repeated;
    }
}

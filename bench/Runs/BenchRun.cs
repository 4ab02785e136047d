using System.Text;
using HilBench.History;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Runs;

/// <summary>
/// The life of a run: features are read and checked, the rig is looked for, scenarios run, the history and the report
/// folder hear of it. It writes nothing to a terminal; what there is to say goes to its audience.
/// </summary>
public sealed class BenchRun(RunRequest request, IRunAudience audience)
{
    /// <summary>Who stands at the bench, for rigs that need a person.</summary>
    public IOperator? Operator { get; init; }

    /// <summary>Where the scenarios are carried out.</summary>
    public IRunSite Site { get; init; } = new ThisBench();

    /// <summary>Looks on while the scenarios run; null when nobody does.</summary>
    public IRunOnlooker? Onlooker { get; init; }

    /// <summary>
    /// Runs it to its end. Whatever is thrown has left a report that says so, where one was wanted.
    /// </summary>
    /// <param name="stop">Asks for an orderly end.</param>
    /// <exception cref="FeatureMistakesException">The features, or the folder of the report, are wrong.</exception>
    /// <exception cref="HilBench.Input.SettingsException">The rig file is wrong.</exception>
    /// <exception cref="StepAssemblyException">The steps of a lab cannot be used.</exception>
    /// <exception cref="RigFaultException">The rig is not there, or not as its file says.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before it began.</exception>
    public RunOutcome Run(CancellationToken stop)
    {
        using var report = new RunReport(request.Report, audience.Tell);
        try
        {
            return Run(stop, report);
        }
        catch (Exception wrong)
        {
            report.Refused(wrong);
            throw;
        }
    }

    /// <summary>What would run, checked; nothing is run or written.</summary>
    /// <param name="stop">Asks for an orderly end.</param>
    /// <exception cref="FeatureMistakesException">The features cannot run.</exception>
    /// <exception cref="HilBench.Input.SettingsException">The rig file is wrong.</exception>
    /// <exception cref="StepAssemblyException">The steps of a lab cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public RunReading Read(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var engine = EngineOf(request);
        return Read(engine, stop);
    }

    private static StepEngine EngineOf(RunRequest request) =>
        StepEngine.Of([typeof(Bench).Assembly, .. StepAssemblies.Load(request.Steps)]);

    /// <summary>A file may be a pipe that nobody writes to: reading it must end when it is asked to.</summary>
    private RunReading Read(StepEngine engine, CancellationToken stop)
    {
        var task = Task.Run(() => RunReading.Of(request, Site, engine, audience.Tell), CancellationToken.None);
        task.WaitAsync(stop).GetAwaiter().GetResult();
        return task.Result;
    }

    private RunOutcome Run(CancellationToken stop, RunReport report)
    {
        stop.ThrowIfCancellationRequested();
        using var engine = EngineOf(request);
        var read = Read(engine, stop);
        var plan = read.Plan with { Stop = stop };
        var reading = read with { Plan = Operator is { } person ? plan.AttendedBy(person) : plan };
        Prepare(reading.Plan);
        using var shelf = new RecordingShelf();
        var outcome = Run(reading, engine, shelf, report);
        audience.Ended(outcome);
        if (shelf.WhyLost is { } lost) audience.Tell($"{shelf.CountLost} recordings could not be kept: {lost}");
        if (reading.Plan.Finish() is { } left) audience.Tell(left);
        return outcome;
    }

    private RunOutcome Run(RunReading reading, StepEngine engine, RecordingShelf shelf, RunReport report)
    {
        var seed = request.Seed ?? reading.Plan.Seed;
        var (results, changes, number) = Run(reading, engine, seed, shelf, report);
        results = Ended(engine, results);
        LeftOutCase[] leftOut = [.. reading.LeftOut, .. Unbegun(reading, results)];
        var isReported = report.Write(new RunRecord
        {
            Results = results,
            LeftOut = leftOut,
            Files = reading.Whole.Files,
            Sentences = engine.Sentences,
            Changes = changes,
            Seed = seed,
            Rig = reading.Plan.Name,
            Began = report.Began,
            Again = scenario => audience.Again(scenario, seed),
        }, reading.Whole, request, reading.Plan);
        return new RunOutcome
        {
            Results = results,
            LeftOut = leftOut,
            Files = reading.Whole.Files,
            Shard = request.Shard,
            Plan = reading.Plan,
            Seed = seed,
            Began = report.Began,
            Changes = changes,
            InHistory = number,
            IsReported = isReported,
        };
    }

    private (IReadOnlyList<ScenarioResult> Results, RunChanges? Changes, long? Number) Run(
        RunReading reading, StepEngine engine, ulong seed, RecordingShelf shelf, RunReport report)
    {
        audience.Begins(reading, seed);
        using var history = new RunHistory(
            request.History, () => HeadOf(reading, seed, report.Began), report.Before(audience), audience.Tell);
        var results = Site.Run(reading, engine, new RunOptions
        {
            Jobs = Math.Min(request.Jobs, reading.Plan.MostAtOnce),
            FailFast = request.FailFast,
            Seed = seed,
            Stop = reading.Plan.Stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(reading.Plan, typeof(RigPlan)),
            Listener = history,
            Onlooker = Onlooker,
            Where = RunPlace.Of(reading.Plan),
            KeepsOutput = request.Report is not null,
            Record = request.Record,
            Shelf = shelf,
        });
        history.Ended();
        var changes = request.Report is null ? null : history.Changes();
        audience.AllRan();
        return (results, changes, history.Number);
    }

    private RunHead HeadOf(RunReading reading, ulong seed, DateTime began)
    {
        var plan = reading.Plan;
        return new RunHead(
            began, plan.Name, seed, BuildOf(plan), plan.IsVirtual,
            request.Command, reading.Cases.Count)
        {
            Report = request.Report is { } folder ? Path.GetFullPath(folder) : null,
            Scope = request.Scope,
        };
    }

    /// <summary>A run of another profile or another meter is no other run of the same.</summary>
    private string BuildOf(RigPlan plan)
    {
        var build = Fingerprint.Of(BenchBuild.Program(request.Steps), plan.File);
        return request.Profile is null && request.Meter is null
            ? build : Fingerprint.Of(Encoding.UTF8.GetBytes($"{build} {RunSetup.Of(plan)}"));
    }

    /// <summary>What <c>--fail-fast</c> has spared.</summary>
    private static IEnumerable<LeftOutCase> Unbegun(RunReading reading, IReadOnlyList<ScenarioResult> results)
    {
        if (results.Count == reading.Cases.Count) return [];
        var begun = results.Select(result => result.Case).ToHashSet(ReferenceEqualityComparer.Instance);
        return reading.Cases.Where(one => !begun.Contains(one)).Select(one => new LeftOutCase(
            one, "not begun: the run ended at the first scenario that did not pass (--fail-fast)")
            { IsUnbegun = true });
    }

    /// <summary>Hooks at the end of the run may fail, and then nothing that was run is known to be good.</summary>
    private static IReadOnlyList<ScenarioResult> Ended(StepEngine engine, IReadOnlyList<ScenarioResult> results)
    {
        try
        {
            engine.Dispose();
            return results;
        }
        catch (Exception wrong)
        {
            return [.. results.Select(result => result.SpoiltBy(wrong))];
        }
    }

    /// <summary>A run that is stopped while its rig is looked for still says that every scenario is aborted.</summary>
    private static void Prepare(RigPlan plan)
    {
        try
        {
            plan.Prepare();
        }
        catch (OperationCanceledException) when (plan.Stop.IsCancellationRequested)
        {
            // The runner sees the same token.
        }
    }
}

using HilBench.Recording;
using System.Diagnostics;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using Reqnroll;
using Reqnroll.BoDi;
using Reqnroll.ErrorHandling;

namespace HilBench.Scenarios.Running;

/// <summary>
/// One scenario from its first hook to its last, by Reqnroll's runner. What went wrong first is the verdict, unless the
/// bench is found wrong, or a fault had no effect. Nothing that goes wrong in here leaves it as an exception.
/// </summary>
internal sealed class ScenarioRun(
    ScenarioCase scenario, ITestRunner runner, RunOptions options, KeptTypes types)
{
    private readonly ScenarioAttachments _attachments = new() { WantsGlass = options.KeepsOutput };
    private readonly ScenarioOutput _output = new(options.KeepsOutput);
    private readonly ScenarioFlight _flight = new(options.Record, options.Shelf)
    {
        Built = options.Onlooker is { } built ? rig => built.Built(scenario, rig) : null,
        Noted = options.Onlooker is { } noted ? one => noted.Saw(scenario, one) : null,
    };

    private readonly RunStop _stop = new(options.Stop);
    private readonly ScenarioThread _thread = new(options.Stop);
    private readonly List<IDisposable> _disposables = [];
    private readonly List<TimeSpan> _stepTimes = [];
    private Verdict _verdict = Verdict.Passed;
    private Exception? _error;
    private StepCase? _step;

    public ScenarioResult Run()
    {
        var started = Stopwatch.GetTimestamp();
        var seed = scenario.Seed(options.Seed);
        if (options.Stop.IsCancellationRequested) _verdict = Verdict.Aborted;
        else Run(seed);
        return Result(seed, started);
    }

    private void Run(ScenarioSeed seed)
    {
        var infos = new CaseInfos(scenario);
        runner.OnScenarioInitialize(infos.Scenario, infos.Rule);
        var container = runner.ScenarioContext.ScenarioContainer;
        ((ObjectContainer)container).ObjectCreated += Remember;
        Try(() => Fill(container, seed), step: null);
        var isFilled = _verdict == Verdict.Passed;
        if (isFilled)
        {
            Await(runner.OnScenarioStartAsync, step: null);
            for (var at = 0; at < scenario.Steps.Count; at++)
            {
                StandAt(at);
                Run(scenario.Steps[at]);
            }
        }
        else
        {
            // Without what they stand on the hooks could only complain about that.
            Await(runner.SkipScenarioAsync, step: null);
        }

        StandAt(scenario.Steps.Count);
        _stop.LetCleanUp();
        _thread.LetCleanUp();
        var wrong = Await(runner.OnScenarioEndAsync, step: null);
        if (wrong is not null && !ReferenceEquals(wrong, _thread.LastThrown)) DisposeAll();
    }

    private void Fill(IObjectContainer container, ScenarioSeed seed)
    {
        container.RegisterInstanceAs(_thread);
        container.RegisterInstanceAs(_attachments);
        container.RegisterInstanceAs(_output);
        container.RegisterInstanceAs(_flight);
        container.RegisterInstanceAs(seed);
        container.RegisterInstanceAs(_stop);
        options.Provide(container);
    }

    /// <summary>What is attached from now on belongs to this step.</summary>
    private void StandAt(int step) => (_attachments.Step, _output.Step, _flight.Step) = (step, step, step);

    /// <summary>After a failure Reqnroll skips the rest, and its reports say so.</summary>
    private void Run(StepCase step)
    {
        if (_verdict == Verdict.Passed && options.Stop.IsCancellationRequested) _verdict = Verdict.Aborted;
        var isBegun = _verdict == Verdict.Passed;
        var began = Stopwatch.GetTimestamp();
        Await(() => Call(step), step);
        if (isBegun) _stepTimes.Add(Stopwatch.GetElapsedTime(began));
    }

    private Task Call(StepCase step) => step.Kind switch
    {
        StepKind.Given => runner.GivenAsync(step.Text, step.DocString, step.Table, step.Keyword + " "),
        StepKind.When => runner.WhenAsync(step.Text, step.DocString, step.Table, step.Keyword + " "),
        _ => runner.ThenAsync(step.Text, step.DocString, step.Table, step.Keyword + " "),
    };

    /// <summary>Reqnroll throws some errors and keeps others for the end of the scenario.</summary>
    private Exception? Await(Func<Task> work, StepCase? step)
    {
        var before = runner.ScenarioContext?.TestError;
        var thrown = Try(() => work().GetAwaiter().GetResult(), step);
        if (runner.ScenarioContext is not { } context) return thrown;
        if (context.TestError is { } error && !ReferenceEquals(error, before)) Note(error, step);
        else if (_verdict == Verdict.Passed && context.ScenarioExecutionStatus is not ScenarioExecutionStatus.OK)
            Note(new FeatureMistakesException($"{step?.Place}: no sentence \"{step}\""), step);
        return thrown;
    }

    private Exception? Try(Action work, StepCase? step)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception wrong)
        {
            Note(wrong, step);
            return wrong;
        }
    }

    private void Note(Exception wrong, StepCase? step)
    {
        if (_verdict != Verdict.Passed && wrong is not (BenchAtFaultException or FaultNeverStruckException)) return;
        _error = wrong;
        _step = step ?? _step;
        // A step may cancel something of its own: that stops nobody, and is as wrong as any other exception.
        var isStopped = wrong is OperationCanceledException && options.Stop.IsCancellationRequested;
        _verdict = isStopped ? Verdict.Aborted : Judge(wrong);
    }

    private Verdict Judge(Exception wrong) => wrong is PendingStepException or PendingScenarioException
        or FeatureMistakesException
        ? Verdict.Undefined
        : options.Judge(wrong);

    private void Remember(object made)
    {
        types.Keep(made);
        if (made is IDisposable disposable) _disposables.Add(disposable);
    }

    /// <summary>
    /// Reqnroll's container stops at the first of its objects that cannot be disposed of. No pin may stay driven for
    /// that, so all are asked once more, the last first; to be asked twice must do no harm.
    /// </summary>
    private void DisposeAll()
    {
        for (var i = _disposables.Count - 1; i >= 0; i--) Try(_disposables[i].Dispose, step: null);
    }

    private ScenarioResult Result(ScenarioSeed seed, long started) => new()
    {
        Case = scenario,
        Verdict = _verdict,
        Seed = seed,
        Message = _error is { } error ? MessageOf(error) : null,
        Step = _step,
        Cause = _error,
        Attachments = [.. _attachments.All],
        Output = _output.Parts,
        Glass = _attachments.Glass,
        Recording = _flight.Keep(
            head => RecordedCases.With(head, scenario), End(), isGreen: _verdict == Verdict.Passed),
        StepTimes = _stepTimes,
        WallTime = Stopwatch.GetElapsedTime(started),
    };

    private RecordingEnd End() => new()
    {
        Verdict = _verdict.Word(),
        Step = _step is { } wrong && scenario.Steps.ToList().IndexOf(wrong) is >= 0 and var at ? at : null,
        Message = _error is { } error ? MessageOf(error) : null,
    };

    /// <summary>
    /// The bench's own mistakes say what kind they are; the others, and a rig that is not as it should be, speak for
    /// themselves.
    /// </summary>
    private string MessageOf(Exception error) =>
        Judge(error) == Verdict.RigFault && error is not RigFaultException
            ? $"{error.GetType().Name}: {error.Message}"
            : error.Message;
}

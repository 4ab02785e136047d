using System.Collections.Concurrent;
using System.Diagnostics;
using HilBench.Recording.Looking.Waves;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Live;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Web.Settings;

namespace HilBench.Web.Hand;

/// <summary>
/// The meter that is driven by hand: one for the whole panel, on a thread of its own, because a rig wants to be driven
/// by one. What is asked of it waits in a line; what there is to be seen is a picture that never changes, and a new one
/// is told to all who look on.
/// </summary>
internal sealed class HandSession : IWaveSource, IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    private readonly WebSettings _settings;
    private readonly BlockingCollection<Action> _line = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private readonly WebOperator _operator;
    private readonly StepEngine _engine;
    private CancellationTokenSource _step = new();
    private HandMeter? _meter;
    private readonly Lock _publishing = new();
    private volatile MeterView _view = MeterView.Nothing;
    private long _notes;
    private bool _isDisposed;

    public HandSession(WebSettings settings)
    {
        _settings = settings;
        _operator = new WebOperator(prompt => Publish(view => view with { Prompt = prompt }));
        _engine = StepEngine.Of([typeof(Bench).Assembly, .. settings.Steps]);
        Sentences =
        [
            .. _engine.All.Select(one => $"{one.Kinds.First()} {one.Expression}").Order(StringComparer.Ordinal),
        ];
        _thread = new Thread(Live) { Name = "meter by hand", IsBackground = true };
        _thread.Start();
    }

    /// <summary>A new picture; told on the session's thread.</summary>
    public event Action? Changed;

    public MeterView View => _view;

    /// <summary>Every sentence of the bench and of the lab, with its keyword.</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>What went over the wires and buses of this meter; null before the first one.</summary>
    public WaveTape? Tape { get; private set; }

    /// <summary>True when the bench knows it as this kind of step.</summary>
    public bool Knows(SaidStep step) => _engine.KindsOf(step.Text).Contains(step.Kind);

    /// <summary>Reads a text as a feature, as a run on this rig would.</summary>
    /// <exception cref="FeatureMistakesException">What is wrong with it.</exception>
    public void Check(string text, string file)
    {
        var cases = FeatureReader.Parse(new StringReader(text), file, _engine);
        if (cases.Count > 0 && cases.Count(one => one.Title == cases[^1].Title) > 1)
        {
            throw new FeatureMistakesException(
                $"{file} has a scenario \"{cases[^1].Title}\" already; choose another title");
        }

        new StepCheck(_engine, _settings.Plan.Capabilities).Check(cases);
    }

    /// <summary>Presses a key.</summary>
    public Task<LiveStep?> Press(char key) => Ask(meter => Tried(meter, meter.Press(key)));

    /// <summary>Does what a sentence says.</summary>
    public Task<LiveStep?> Say(SaidStep step) => Ask(meter => Tried(meter, meter.Say(step)));

    /// <summary>What kind of step somebody means who does not say it.</summary>
    public StepKind KindOf(string text)
    {
        var kinds = _engine.KindsOf(text);
        return kinds.Contains(StepKind.When) || kinds.Count == 0 ? StepKind.When
            : kinds.Contains(StepKind.Then) ? StepKind.Then : StepKind.Given;
    }

    /// <summary>Puts a token on the tray.</summary>
    public Task<LiveStep?> Buy(TokenOrder order) => Ask(meter => Tried(meter, meter.Buy(order)));

    /// <summary>
    /// Takes back the newest step, or the newest of several keys: the meter is made anew and lives through the others.
    /// What describes the meter stays.
    /// </summary>
    public Task<LiveStep?> TakeBack() => Ask(meter =>
    {
        var steps = meter.Script.Steps;
        return CanTakeBack(steps) ? Make(HandScript.WithoutLast(steps), meter.IsRecording) : null;
    });

    public static bool CanTakeBack(IReadOnlyList<SaidStep> steps) => steps.SkipWhile(IsOfMeter).Any();

    /// <summary>Begins with another meter; what was done is forgotten.</summary>
    public Task<LiveStep?> Begin(MeterOrder order, bool records) => Enqueue(() =>
    {
        var steps = order.Steps(HandMeter.CountsMoney(_settings.Plan, order.Profile));
        return WhyNot(steps) ?? Make(steps, records);
    });

    /// <summary>From here on time passes only when somebody says so, and all that is done is kept.</summary>
    public Task<LiveStep?> Record(bool isOn) => Enqueue(() =>
    {
        if (_meter is null) return null;
        if (isOn) return Make([.. _meter.Script.Steps.TakeWhile(IsOfMeter)], records: true);
        _meter.IsRecording = false;
        return null;
    });

    public Task<LiveStep?> SetPace(ClockPace pace) => Ask(meter =>
    {
        meter.SetPace(pace);
        return null;
    });

    /// <summary>The person at the bench has answered.</summary>
    public void Answer(bool isSo) => _operator.Answer(isSo);

    /// <summary>Ends a step that takes long.</summary>
    public void StopTheStep() => _step.Cancel();

    /// <summary>A run gets the rig; what was done by hand is over where there is one set of pins.</summary>
    public Task<LiveStep?> Lend(string why) => Enqueue(() =>
    {
        Leave();
        Publish(view => view with { State = SessionState.Lent, Why = why, Prompt = null });
        return null;
    });

    /// <summary>The run has ended: a meter as at the beginning.</summary>
    public Task<LiveStep?> TakeBackTheRig() => Enqueue(() => Make(new MeterOrder().Steps(
        HandMeter.CountsMoney(_settings.Plan, null)), records: false));

    /// <summary>The rig is given back when it returns: contacts open, ports closed.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _stop.Cancel();
        _step.Cancel();
        _line.CompleteAdding();
        _thread.Join();
        _engine.Dispose();
        _line.Dispose();
    }

    private static bool IsOfMeter(SaidStep step) =>
        step.Text.StartsWith("a meter with", StringComparison.Ordinal)
        || step.Text.StartsWith("the meter holds", StringComparison.Ordinal);

    private Task<LiveStep?> Ask(Func<HandMeter, LiveStep?> deed) => Enqueue(() => _meter is null ? null : deed(_meter));

    private Task<LiveStep?> Enqueue(Func<LiveStep?> deed)
    {
        var done = new TaskCompletionSource<LiveStep?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _line.Add(() => done.TrySetResult(Watched(deed)));
        }
        catch (InvalidOperationException)
        {
            done.TrySetResult(null);
        }

        return done.Task;
    }

    /// <summary>A deed that takes long says so, and can be stopped.</summary>
    private LiveStep? Watched(Func<LiveStep?> deed)
    {
        Publish(view => view with { Note = null });
        using var slow = new Timer(_ => Publish(view => view with { State = SessionState.Busy }), null, Slow, Never);
        try
        {
            return Guarded(deed);
        }
        finally
        {
            slow.Change(Never, Never);
            Publish(view => view with
            {
                State = view.State == SessionState.Busy ? SessionState.Ready : view.State, Prompt = null,
            });
        }
    }

    private void Live()
    {
        Guarded(() => Make(new MeterOrder().Steps(HandMeter.CountsMoney(_settings.Plan, null)), records: false));
        Look();
        var wall = Stopwatch.StartNew();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var isNext = _line.TryTake(out var deed, _meter?.IsMoving == true ? Frame : Quiet);
                // The clock of the meter stands while a deed is done: what it takes, it takes in virtual time.
                Guarded(() => _meter?.LetPass(wall.Elapsed));
                wall.Restart();
                if (isNext) deed!();
                Look();
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        Leave();
    }

    /// <summary>Whatever is wrong with the rig is told, and ends the session until somebody begins anew.</summary>
    private LiveStep? Guarded(Func<LiveStep?> deed)
    {
        try
        {
            var step = deed();
            if (step is not null) Tell(step);
            return step;
        }
        catch (OperationCanceledException)
        {
            LiveAgain();
        }
        catch (Exception wrong)
        {
            Leave();
            var why = wrong is RigFaultException or HilBench.Input.SettingsException
                ? wrong.Message : $"{wrong.GetType().Name}: {wrong.Message}";
            Publish(view => view with { State = SessionState.Fault, Why = why, Prompt = null });
        }

        return null;
    }

    private void Guarded(Action deed) => Guarded(() =>
    {
        deed();
        return null;
    });

    private void Tell(LiveStep step)
    {
        if (step.Verdict == Verdict.RigFault)
            Publish(view => view with { State = SessionState.Fault, Why = step.Message });
        var says = step.Message is { } why && why.StartsWith(step.Text, StringComparison.Ordinal)
            ? why : $"{step.Text}: {step.Message}";
        if (!step.IsDone) Note(says, isGood: false);
        else if (step.Kind == StepKind.Then) Note(step.Text, isGood: true);
    }

    private void Note(string text, bool isGood) =>
        Publish(view => view with { Note = new HandNote(text, isGood, ++_notes) });

    /// <summary>
    /// To find out that something is not so takes time, which no scenario would know of: the meter lives again up to
    /// the step before. Where time is real that is not possible.
    /// </summary>
    private LiveStep Tried(HandMeter meter, LiveStep step)
    {
        if (!step.IsDone && step.Verdict != Verdict.Undefined && meter.IsRecording && _settings.Plan.IsVirtual)
            Make(meter.Script.Steps, records: true);
        return step;
    }

    /// <summary>A step was stopped half-way: the meter is made anew, as it was before that step.</summary>
    private void LiveAgain()
    {
        if (_stop.IsCancellationRequested || _meter is not { } half) return;
        var (steps, records) = (half.Script.Steps, half.IsRecording);
        Guarded(() => Make(steps, records));
        Note("the step was stopped; the meter was made anew, as it was before that step", isGood: false);
    }

    /// <summary>What is wrong with the description of a meter; null when one can be made of it.</summary>
    private LiveStep? WhyNot(IReadOnlyList<SaidStep> steps)
    {
        using var trial = new HandMeter(_engine, _settings.Plan, _settings.Seed, _stop.Token);
        var wrong = steps.Select(trial.Say).FirstOrDefault(step => !step.IsDone);
        if (wrong is not null || !_settings.Plan.IsVirtual) return wrong;
        try
        {
            trial.Build();
            return null;
        }
        catch (FeatureMistakeException mistake)
        {
            return new LiveStep(StepKind.Given, steps[^1].Text, [], Verdict.Undefined, mistake.Message);
        }
    }

    /// <summary>A new meter that lives through these steps.</summary>
    private LiveStep? Make(IReadOnlyList<SaidStep> steps, bool records)
    {
        var pace = _meter?.Pace ?? ClockPace.Wall;
        Leave();
        if (!_settings.Plan.IsVirtual || _view.State == SessionState.Fault)
            Publish(view => view with { State = SessionState.Starting, Why = null });
        if (_step.IsCancellationRequested) _step = new CancellationTokenSource();
        Tape = new WaveTape();
        var plan = (_settings.Plan with { Stop = _stop.Token, Probe = Tape }).AttendedBy(_operator);
        _meter = new HandMeter(_engine, plan, _settings.Seed, _step.Token)
        {
            IsRecording = records, Tape = Tape, Pace = pace,
        };
        LiveStep? last = null;
        foreach (var step in steps)
        {
            last = _meter.Say(step);
            if (!last.IsDone) break;
        }

        _meter.Build();
        return last;
    }

    private void Leave()
    {
        var meter = _meter;
        _meter = null;
        meter?.Dispose();
    }

    private void Look()
    {
        if (_meter is { } meter) Guarded(() => Publish(view => meter.Look(view, _settings.Plan)));
    }

    /// <summary>On whatever thread something is to be told.</summary>
    private void Publish(Func<MeterView, MeterView> change)
    {
        lock (_publishing)
        {
            var view = change(_view);
            if (view == _view) return;
            _view = view;
        }

        Changed?.Invoke();
    }
}

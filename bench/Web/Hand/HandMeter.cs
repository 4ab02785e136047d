using HilBench.Meter;
using HilBench.Recording.Looking.Waves;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Live;
using HilBench.Scenarios.World;

namespace HilBench.Web.Hand;

/// <summary>One meter from its first sentence on, and what was done to it. All on the session's thread.</summary>
internal sealed class HandMeter : IDisposable
{
    private const int Letters = 26;

    private static readonly TimeSpan LongestFrame = TimeSpan.FromSeconds(1);

    private readonly LiveScenario _scenario;
    private readonly List<HandToken> _tokens = [];
    private readonly bool _isVirtual;
    private GlassMark? _mark;
    private DateTime _recordRead;
    private RecordView? _record;
    private PortView? _port;
    private bool _isChanged = true;

    public HandMeter(StepEngine engine, RigPlan plan, ulong seed, CancellationToken stop)
    {
        _isVirtual = plan.IsVirtual;
        _scenario = new LiveScenario(engine, plan, seed, stop);
    }

    public HandScript Script { get; } = new();

    public bool IsRecording { get; set; }

    /// <summary>Told what the display shows; wires and buses tell it themselves.</summary>
    public WaveTape? Tape { get; init; }

    public ClockPace Pace { get; set; } = ClockPace.Wall;

    /// <summary>Something may change without anybody doing anything.</summary>
    public bool IsMoving => !_isVirtual || (Pace != ClockPace.Stands && !IsRecording);

    private Bench Bench => _scenario.Bench;

    /// <summary>Whether a meter of this profile counts money.</summary>
    public static bool CountsMoney(RigPlan plan, string? profile) =>
        (profile is null ? plan.Profile : ProfileFiles.Load(profile)).Accounting.IsCurrency;

    /// <summary>Gives the meter power, if no step has done so.</summary>
    public void Build() => Bench.Build();

    public LiveStep Press(char key)
    {
        var step = _scenario.Do(HandScript.Pressed(key.ToString()).Line);
        _isChanged = true;
        if (step.IsDone) Script.AddKey(key, TokenOf);
        return step;
    }

    public LiveStep Say(SaidStep said)
    {
        var slips = Bench.Tray.Slips.Count;
        var step = _scenario.Do(said.Line);
        _isChanged = true;
        if (!step.IsDone) return step;
        Script.Add(said with { Kind = step.Kind, Text = step.Text });
        _tokens.AddRange(Bench.Tray.Slips.Skip(slips).Select(slip => HandToken.Of(slip, step.Text)));
        return step;
    }

    public LiveStep Buy(TokenOrder order) => Say(order.Step(NextName(), Bench.Profile.Accounting.IsCurrency));

    public void SetPace(ClockPace pace) => (Pace, _isChanged) = (pace, true);

    /// <summary>Lets time pass that has passed on the wall.</summary>
    public void LetPass(TimeSpan wall)
    {
        if (!Bench.IsRunning || !IsMoving) return;
        if (!_isVirtual)
        {
            Bench.Rig.Clock.Wait(TimeSpan.FromMilliseconds(1));
            return;
        }

        var frame = wall < LongestFrame ? wall : LongestFrame;
        Bench.Rig.Clock.Wait(Pace switch
        {
            ClockPace.MinuteASecond => frame * 60,
            ClockPace.HourASecond => frame * 3600,
            _ => frame,
        });
    }

    public void Dispose() => _scenario.Dispose();

    public MeterView Look(MeterView before, RigPlan plan)
    {
        if (!Bench.IsRunning) return before with { State = SessionState.Starting };
        var rig = Bench.Rig;
        var profile = Bench.Profile;
        var hasKeys = rig.TokenPort is null;
        var lines = hasKeys ? rig.Glass.Read() : [];
        if (hasKeys) TellTape(rig);
        Tape?.Passed(rig.Clock.Now);
        return before with
        {
            State = before.State == SessionState.Fault && !_isChanged ? before.State : SessionState.Ready,
            Glass = Same(before.Glass, lines),
            Columns = rig.Glass.Columns,
            Rows = profile.Display.Lines,
            GlassKind = rig.Glass.Kind,
            Pad = hasKeys ? profile.Pad.Legend : [],
            Enter = profile.Pad.Enter,
            Backspace = profile.Pad.Backspace,
            Lamps = Same(before.Lamps, LampsOf(rig)),
            HasBuzzer = rig.Indicators is not null,
            Beeps = rig.Indicators?.BeepCount ?? 0,
            LastBeep = LastBeep(rig, before),
            IsMainsOn = rig.Mains.IsOn,
            Watts = rig.Load.Wanted.Value,
            IsSwitchClosed = IsClosed(rig, plan),
            Clock = Bench.Now.Date.AddSeconds(Math.Floor(Bench.Now.TimeOfDay.TotalSeconds)),
            Pace = IsRecording ? ClockPace.Stands : Pace,
            IsWallTime = !_isVirtual,
            Port = Port(rig, profile),
            Record = Record(rig, profile, plan),
            Tokens = Same(before.Tokens, _tokens),
            IsCurrency = profile.Accounting.IsCurrency,
            Profile = profile.Name,
            Rig = rig.Name,
            Can = Same(before.Can, plan.Capabilities),
            Steps = Same(before.Steps, Script.Steps),
            IsRecording = IsRecording,
            MustShow = hasKeys && !before.Glass.SequenceEqual(lines) ? Expectations.OfGlass(lines, profile)
                : before.MustShow,
        };
    }

    private void TellTape(IMeterRig rig)
    {
        if (Tape is null) return;
        foreach (var picture in rig.Glass.Since(_mark ?? default)) Tape.Glass(picture.Lines, picture.Since);
        _mark = rig.Glass.Mark();
    }

    /// <summary>Equal lists stay the same object, so that views can be compared.</summary>
    private static IReadOnlyList<T> Same<T>(IReadOnlyList<T> before, IReadOnlyList<T> now) =>
        before.SequenceEqual(now) ? before : [.. now];

    private static IReadOnlyList<LampView> LampsOf(IMeterRig rig) => rig.Indicators is { } front
        ? [.. front.Lamps.Select(led => new LampView(led, front.IsLit(led)))] : [];

    private static TimeSpan LastBeep(IMeterRig rig, MeterView before)
    {
        if (rig.Indicators is not { BeepCount: > 0 } front) return TimeSpan.Zero;
        return front.BeepCount == before.Beeps && before.LastBeep > TimeSpan.Zero ? before.LastBeep
            : front.Beeps[^1] is { Until: { } until } beep ? until - beep.From : TimeSpan.Zero;
    }

    private static bool IsClosed(IMeterRig rig, RigPlan plan) =>
        plan.Capabilities.Contains(Capability.Load) && rig.Load.Switch == LoadSwitchPosition.Closed;

    /// <summary>Asked when something was done: every question goes over the line.</summary>
    private PortView? Port(IMeterRig rig, MeterProfile profile)
    {
        if (rig.TokenPort is not { } port || !rig.Mains.IsOn) return null;
        if (!_isChanged && _port is not null) return _port;
        _isChanged = false;
        return _port = new PortView(
            port.ReadCredit(), port.ReadKeyRevision().ToString(), profile.Accounting.IsCurrency);
    }

    /// <summary>Reading it may take a bus; on real boards it is read now and then.</summary>
    private RecordView? Record(IMeterRig rig, MeterProfile profile, RigPlan plan)
    {
        if (!plan.Capabilities.Contains(Capability.Record)) return null;
        var now = DateTime.UtcNow;
        if (!_isChanged && now - _recordRead < TimeSpan.FromSeconds(1)) return _record;
        (_isChanged, _recordRead) = (false, now);
        return _record = RecordView.Of(rig.Stored, profile);
    }

    private string? TokenOf(string keys)
    {
        var enter = Bench.Profile.Entry.Submit == Submit.EnterKey ? Bench.Profile.Pad.Enter : null;
        return _tokens.FirstOrDefault(token => token.Keys + enter == keys)?.Sentence;
    }

    /// <summary>A, B, C and so on.</summary>
    private string NextName()
    {
        var names = Bench.Tray.Slips.Select(slip => slip.Name).ToHashSet();
        for (var at = 0; ; at++)
        {
            var name = at < Letters ? ((char)('A' + at)).ToString() : $"T{at + 1}";
            if (!names.Contains(name)) return name;
        }
    }
}

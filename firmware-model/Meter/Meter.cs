using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The prepaid meter. <see cref="Handle"/> is the only place where its state changes: time first runs its course, then
/// the input does its work, and the effects are read off the difference, always in the order save, switch, show,
/// light, sound, answer, so that no acceptance is ever shown, lit or heard before it is stored.
/// </summary>
public sealed class Meter(MeterProfile profile, StaTables tables)
{
    private MeterRegisters? _saved;
    private (MeterState State, MeterTime? Due) _due = (MeterState.Unpowered, null);
    private Front _front = Front.Of(MeterState.Unpowered, profile);

    public MeterProfile Profile { get; } = profile;

    public MeterState State { get; private set; } = MeterState.Unpowered;

    /// <summary>
    /// When the meter wants a <see cref="MeterInput.TimePassed"/>; null = nothing is going to happen.
    /// </summary>
    public MeterTime? Due
    {
        get
        {
            if (!ReferenceEquals(_due.State, State)) _due = (State, MeterSchedule.Next(State, Profile));
            return _due.Due;
        }
    }

    /// <summary>Takes one input at the moment <paramref name="now"/>, which never lies before an earlier one.</summary>
    public IReadOnlyList<Effect> Handle(MeterInput input, MeterTime now)
    {
        // What the meter was working on is done before anything that happened later.
        if (!State.IsFailing && State.Screen is Screen.Working { Ends: var ends } && input is not MeterInput.PowerDown
            && (ends < now || (ends == now && input is not MeterInput.TimePassed)))
            return [.. Handle(new MeterInput.TimePassed(), ends), .. Handle(input, now)];

        var before = State;
        if (input is MeterInput.PowerDown)
        {
            // Nobody is left to carry out an effect, and the glass is dark by itself.
            State = MeterState.Unpowered;
            return [];
        }

        if (before.IsFailing && input is not (MeterInput.PowerUp or MeterInput.PowerRecovered or MeterInput.SaveFailed))
            return [];
        var elapsed = MeterSchedule.Elapse(before, Profile, now);
        var answer = ResultCode.None;
        State = Took(elapsed, input, now, ref answer);
        State = SaveRules.Opened(Guards.Watch(State, Profile, now));
        State = SwitchWatch.Counted(before, State, Profile);
        var isHeard = input is MeterInput.KeyPressed && elapsed is { Registers: not null, Screen: not Screen.Working };
        return Effects(before, answer, Profile.Buzzer.For(isHeard, answer), isPowerUp: input is MeterInput.PowerUp);
    }

    /// <summary>What the input does to a meter whose time has run its course.</summary>
    private MeterState Took(MeterState elapsed, MeterInput input, MeterTime now, ref ResultCode answer) =>
        input switch
        {
            MeterInput.PowerUp up => PoweredUp(up, now),
            _ when elapsed.Registers is null => elapsed,
            MeterInput.KeyPressed key => Pressed(elapsed, key.Key, now, ref answer),
            MeterInput.KeyStuck key => Faulted(elapsed, key.Key, now),
            MeterInput.TokenReceived token => Submitted(elapsed, token.Digits, now, ref answer),
            MeterInput.TimePassed when elapsed.Screen is Screen.Working { Ends: var done } work && done <= now =>
                Judged(elapsed, work.Digits, now, ref answer),
            MeterInput.LoadDraws load =>
                elapsed with { Load = load.Power, Unbalance = load.Unbalance, MeteredUpTo = now },
            MeterInput.MainsVoltage mains => VoltageGuard.Told(elapsed, mains.Voltage, Profile, now),
            MeterInput.SwitchLeaks leak => SwitchWatch.Told(elapsed, leak.Power, now),
            MeterInput.CoverOpened => elapsed with { Registers = Covers.Opened(elapsed.Registers, Profile) },
            MeterInput.TerminalCoverOpened =>
                elapsed with { Registers = Covers.TerminalsOpened(elapsed.Registers, Profile) },
            MeterInput.PowerFailing => SaveRules.Failing(elapsed),
            MeterInput.PowerRecovered when elapsed.IsFailing => elapsed with { IsFailing = false, MeteredUpTo = now },
            MeterInput.SaveFailed => elapsed with { Registers = null, Screen = new Screen.MemoryFault() },
            _ => elapsed,
        };

    private MeterState Faulted(MeterState state, char key, MeterTime now) =>
        state with { Screen = new Screen.KeypadFault(key, now + Profile.ResultTime) };

    private MeterState PoweredUp(MeterInput.PowerUp up, MeterTime now)
    {
        var stored = StoredRecord.Newest(up.SlotA.Span, up.SlotB.Span);
        if (stored is null) return MeterState.Unpowered with { Screen = new Screen.MemoryFault() };
        // That it was left open need not be saved again: the next start would find the same.
        _saved = stored.Registers with { Cuts = stored.Registers.Cuts.AfterPowerUp() };
        return MeterState.Unpowered with
        {
            Registers = _saved,
            Sequence = stored.Sequence,
            Screen = new Screen.Idle(),
            PendingSince = now,
            MeteredUpTo = now,
            TrippedAt = now,
            MainsSince = now,
        };
    }

    private MeterState Pressed(MeterState state, char key, MeterTime now, ref ResultCode answer)
    {
        var pressed = KeypadRules.Press(state, key, Profile, now);
        if (pressed.Submitted is { } digits) return Submitted(pressed.State, digits, now, ref answer);
        if (pressed.Does != CodeAction.None)
        {
            var acted = KeypadRules.Act(pressed.Does, state.Registers!, Profile);
            answer = acted.Result;
            return After(pressed.State, acted, now) with { Screen = ScreenFor(acted, now) };
        }

        if (pressed.Answer == ResultCode.None) return pressed.State;
        answer = pressed.Answer;
        return pressed.State with { LastResult = answer };
    }

    /// <summary>A meter that takes its time says nothing until it is done; the others answer at once.</summary>
    private MeterState Submitted(MeterState state, string digits, MeterTime now, ref ResultCode answer)
    {
        if (state.Screen is Screen.Working)
        {
            answer = ResultCode.NotReady;
            return state;
        }

        if (Profile.Entry.WorkTime == TimeSpan.Zero) return Judged(state, digits, now, ref answer);
        return state with
        {
            Entry = KeypadEntry.Empty,
            Code = "",
            Screen = new Screen.Working(digits, now + Profile.Entry.WorkTime),
        };
    }

    private MeterState Judged(MeterState state, string digits, MeterTime now, ref ResultCode answer)
    {
        var before = state.Registers
            ?? throw new InvalidOperationException("A meter without registers takes no token.");
        var outcome = TokenRules.Apply(digits, before, state.Lockout.IsLockedAt(now), Profile, tables);
        answer = outcome.Result;
        var newSection = outcome.Registers.Pending != before.Pending;
        return After(state, outcome, now) with
        {
            Entry = KeypadEntry.Empty,
            Code = "",
            LastResult = answer,
            Lockout = state.Lockout.After(answer, outcome.IsTestToken, Profile.Lockout, now),
            PendingSince = newSection ? now : state.PendingSince,
            Screen = ScreenFor(outcome, now),
        };
    }

    /// <summary>The registers after a token, or a short code that does something.</summary>
    private static MeterState After(MeterState state, TokenOutcome outcome, MeterTime now) => state with
    {
        Registers = outcome.Registers,
        TrippedAt = state.Registers!.Trip == outcome.Registers.Trip ? state.TrippedAt : now,
        // A switch that closes now lets power flow from now on.
        MeteredUpTo = state.Registers.LoadSwitch == outcome.Registers.LoadSwitch ? state.MeteredUpTo : now,
    };

    private Screen ScreenFor(TokenOutcome outcome, MeterTime now)
    {
        if (outcome.Readout != 0)
        {
            return Profile.Display.Lines > 1
                ? new Screen.Readout(outcome.Readout, now + Profile.ResultTime)
                : new Screen.Answered(outcome.Result, null, now + Profile.ResultTime, outcome.Readout);
        }

        return outcome.Result.IsRefusal() && Profile.RefusalBlink is { } blink
            ? new Screen.Blinking(outcome.Result, IsLit: true, now + blink.HalfPeriod, now + blink.Lasts)
            : new Screen.Answered(outcome.Result, outcome.Named, now + Profile.ResultTime);
    }

    private IReadOnlyList<Effect> Effects(MeterState before, ResultCode answer, BeepPattern sound, bool isPowerUp)
    {
        var effects = new List<Effect>(6);
        if (State.Registers is { } registers && _saved is { } saved && SaveRules.NeedsSaving(registers, saved, Profile))
        {
            _saved = registers;
            State = State with { Sequence = State.Sequence + 1 };
            var kept = SaveRules.Image(registers, Profile);
            effects.Add(new Effect.Save((int)(State.Sequence % 2), new StoredRecord(kept, State.Sequence)));
        }

        if (State.Registers is { } now && (isPowerUp || before.Registers?.LoadSwitch != now.LoadSwitch))
            effects.Add(new Effect.SwitchLoad(now.LoadSwitch));

        var was = ReferenceEquals(_front.State, before) ? _front : Front.Of(before, Profile);
        _front = ReferenceEquals(before, State) ? was : Front.Of(State, Profile);
        if (isPowerUp || !_front.Text.Equals(was.Text)) effects.Add(new Effect.Show(_front.Text));
        // After power-on the lamps are dark, whatever the meter knew before.
        if (_front.Leds != (isPowerUp ? default : was.Leds)) effects.Add(new Effect.Light(_front.Leds));
        if (!sound.IsSilent) effects.Add(new Effect.Sound(sound));
        if (answer != ResultCode.None) effects.Add(new Effect.Answer(answer));
        return effects;
    }

    /// <summary>What a state looks like from outside, kept so that the next input need not work it out again.</summary>
    private sealed record Front(MeterState State, DisplayText Text, LedLights Leds)
    {
        public static Front Of(MeterState state, MeterProfile profile) =>
            new(state, Screens.Render(state, profile), LedLights.Of(state, profile));
    }
}

namespace HilBench.Meter;

/// <summary>What happens to a meter by itself as time passes, and when the next such thing is due.</summary>
internal static class MeterSchedule
{
    /// <summary>Some 31 years: as far as one leap goes, so that no number of ticks overflows.</summary>
    private const long LongestLeapMs = 1_000_000_000_000;

    /// <summary>The next moment at which something changes without anybody doing anything; null = never.</summary>
    public static MeterTime? Next(MeterState state, MeterProfile profile)
    {
        if (state.IsFailing || state.Registers is not { } registers) return null;
        var next = Earlier(state.Screen.Until, EntryEnds(state, profile));
        next = Earlier(next, WindowEnds(state, profile));
        next = Earlier(next, Guards.Due(state, profile));
        return state.IsMetering ? Earlier(next, NextEnergyStep(state, registers, profile)) : next;
    }

    /// <summary>
    /// The state at <paramref name="now"/>, when nothing but time has happened. A token the meter works on is judged by
    /// the meter, not here: the work ends now at the earliest.
    /// </summary>
    public static MeterState Elapse(MeterState state, MeterProfile profile, MeterTime now)
    {
        while (NextTurn(state, profile) is { } due && due < now) state = At(state, profile, due);
        return At(state, profile, now);
    }

    /// <summary>Not twenty digits: the entry is cleared and says so, and nothing else happens.</summary>
    public static MeterState EntryGivenUp(MeterState state, MeterProfile profile, MeterTime now) =>
        state with { Entry = KeypadEntry.Empty, Code = "", Screen = new Screen.Incomplete(now + profile.ResultTime) };

    /// <summary>All that is due at this moment, when nothing was due before it.</summary>
    private static MeterState At(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Registers is null) return state;
        var elapsed = state.IsMetering ? Metered(state, state.Registers, profile, now) : state;
        elapsed = EmergencyCredit.UsedUp(state, elapsed, profile);
        if (WindowEnds(elapsed, profile) <= now)
            elapsed = elapsed with { Registers = elapsed.Registers! with { Pending = PendingSections.None } };
        if (EntryEnds(elapsed, profile) is { } ends && ends <= now) elapsed = EntryTimedOut(elapsed, profile, ends);
        if (elapsed.Screen is not Screen.Working && elapsed.Screen.Until is { } until && until <= now)
            elapsed = elapsed with { Screen = After(elapsed, profile, until) };

        return Guards.Watch(elapsed, profile, now);
    }

    /// <summary>The pause after a digit was too long.</summary>
    public static MeterState EntryTimedOut(MeterState state, MeterProfile profile, MeterTime now) =>
        profile.Entry.TimeoutShows == TimeoutShows.Incomplete
            ? EntryGivenUp(state, profile, now)
            : state with { Entry = KeypadEntry.Empty, Code = "", Screen = new Screen.Idle() };

    private static Screen After(MeterState state, MeterProfile profile, MeterTime ended) => state.Screen switch
    {
        Screen.Readout readout when Readings.WithoutFirst(readout.Tests) is var rest and not 0 =>
            new Screen.Readout(rest, ended + profile.ResultTime),
        Screen.Answered { TestsNext: not 0 } answered =>
            new Screen.Readout(answered.TestsNext, ended + profile.ResultTime),
        Screen.Blinking blinking when blinking.Ends > ended => blinking with
        {
            IsLit = !blinking.IsLit,
            Turns = ended + profile.RefusalBlink!.HalfPeriod,
        },
        Screen.Blinking when profile.RefusalBlink!.BlankAfter > TimeSpan.Zero =>
            new Screen.Blank(ended + profile.RefusalBlink.BlankAfter),
        Screen.Answered or Screen.Readout or Screen.Incomplete or Screen.Blank or Screen.Blinking =>
            new Screen.Credit(ended + profile.CreditTime),
        _ => state.Entry.IsEmpty ? new Screen.Idle() : new Screen.Entering(),
    };

    /// <summary>When what is being typed is given up; null = nothing is.</summary>
    public static MeterTime? EntryEnds(MeterState state, MeterProfile profile) =>
        state.Entry.IsEmpty && state.Code.Length == 0 ? null : state.EntryAt + profile.EntryTimeout;

    private static MeterTime? WindowEnds(MeterState state, MeterProfile profile) =>
        state.Registers is { Pending.IsEmpty: false } && profile.KeyChangeWindow is { } window
            ? state.PendingSince + window
            : null;

    /// <summary>
    /// Moves the energy since the last metering out of the register; an empty register opens the switch.
    /// </summary>
    private static MeterState Metered(MeterState state, MeterRegisters registers, MeterProfile profile, MeterTime now)
    {
        var milliseconds = (now - state.MeteredUpTo).Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds <= 0) return state;
        var cost = profile.Accounting.Scale.RawPerMillijoule;
        var credit = registers.Credit.Less((Int128)milliseconds * state.Load.Value * cost);
        // The switch opens in the millisecond in which the credit ends: what flowed is what was paid for.
        var delivered = (registers.Credit.Raw - credit.Raw) / cost;
        var used = state.UsedAtAllowance + registers.Credit.Raw - credit.Raw;
        var cuts = registers.Cuts.After(used, profile.SaveStep);
        return state with
        {
            MeteredUpTo = state.MeteredUpTo + TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond),
            UsedAtAllowance = cuts == registers.Cuts ? used : 0,
            Registers = registers with
            {
                Credit = credit,
                DeliveredMillijoules = registers.DeliveredMillijoules + delivered,
                Cuts = cuts,
                LoadSwitch = credit.IsEmpty ? LoadSwitchPosition.Open : registers.LoadSwitch,
            },
        };
    }

    /// <summary>When the credit next reaches a step that is saved, or shown.</summary>
    private static MeterTime NextEnergyStep(MeterState state, MeterRegisters registers, MeterProfile profile)
    {
        var scale = profile.Accounting.Scale;
        var rawPerMillisecond = (Int128)state.Load.Value * scale.RawPerMillijoule;
        var milliseconds = Math.Min(
            registers.Credit.MillisecondsToNextStep(registers.Cuts.StepOf(profile.SaveStep), rawPerMillisecond),
            registers.Credit.MillisecondsToNextStep(profile.Accounting.ShownStep, rawPerMillisecond));
        return state.MeteredUpTo + TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond);
    }

    /// <summary>
    /// The next moment after which time does something else than before. Steps of energy between are seen by whoever
    /// wakes the meter for them; to the registers it is the same when they are counted together.
    /// </summary>
    private static MeterTime? NextTurn(MeterState state, MeterProfile profile)
    {
        // Each step may give back some of the allowance.
        if (state is not { IsMetering: true, Registers: { Cuts.Halvings: 0 } registers }) return Next(state, profile);
        var next = Earlier(state.Screen.Until, EntryEnds(state, profile));
        next = Earlier(next, WindowEnds(state, profile));
        next = Earlier(next, Guards.Due(state, profile));
        return Earlier(next, CreditEnds(state, registers, profile));
    }

    /// <summary>When the register is empty, or part of the way there.</summary>
    private static MeterTime CreditEnds(MeterState state, MeterRegisters registers, MeterProfile profile)
    {
        var rawPerMs = (Int128)state.Load.Value * profile.Accounting.Scale.RawPerMillijoule;
        var milliseconds = registers.Credit.MillisecondsToNextStep(Int128.Max(registers.Credit.Raw, 1), rawPerMs);
        return state.MeteredUpTo + TimeSpan.FromMilliseconds(Math.Min(milliseconds, LongestLeapMs));
    }

    private static MeterTime? Earlier(MeterTime? left, MeterTime? right)
    {
        if (left is not { } a) return right;
        return right is { } b && b < a ? b : a;
    }
}

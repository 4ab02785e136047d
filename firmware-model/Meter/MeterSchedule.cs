namespace HilBench.Meter;

/// <summary>What happens to a meter by itself as time passes, and when the next such thing is due.</summary>
internal static class MeterSchedule
{
    /// <summary>The next moment at which something changes without anybody doing anything; null = never.</summary>
    public static MeterTime? Next(MeterState state, MeterProfile profile)
    {
        if (state.Registers is not { } registers) return null;
        var next = Earlier(state.Screen.Until, EntryEnds(state, profile));
        next = Earlier(next, WindowEnds(state, profile));
        return state.IsMetering ? Earlier(next, NextEnergyStep(state, registers, profile)) : next;
    }

    /// <summary>The state at <paramref name="now"/>, when nothing but time has happened.</summary>
    public static MeterState Elapse(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Registers is null) return state;
        var elapsed = state.IsMetering ? Metered(state, state.Registers, now) : state;
        if (WindowEnds(elapsed, profile) <= now)
            elapsed = elapsed with { Registers = elapsed.Registers! with { Pending = PendingSections.None } };
        if (EntryEnds(elapsed, profile) is { } ends && ends <= now) elapsed = EntryGivenUp(elapsed, profile, ends);
        while (elapsed.Screen.Until is { } until && until <= now)
            elapsed = elapsed with { Screen = After(elapsed, profile, until) };

        return elapsed;
    }

    /// <summary>Not twenty digits: the entry is cleared and says so, and nothing else happens.</summary>
    public static MeterState EntryGivenUp(MeterState state, MeterProfile profile, MeterTime now) =>
        state with { Entry = KeypadEntry.Empty, Screen = new Screen.Incomplete(now + profile.ResultTime) };

    private static Screen After(MeterState state, MeterProfile profile, MeterTime ended) => state.Screen switch
    {
        Screen.Readout readout when TestReadout.WithoutFirst(readout.Tests) is var rest and not 0 =>
            new Screen.Readout(rest, ended + profile.ResultTime),
        Screen.Answered or Screen.Readout or Screen.Incomplete => new Screen.Credit(ended + profile.CreditTime),
        _ => state.Entry.IsEmpty ? new Screen.Idle() : new Screen.Entering(),
    };

    private static MeterTime? EntryEnds(MeterState state, MeterProfile profile) =>
        state.Entry.IsEmpty ? null : state.EntryAt + profile.EntryTimeout;

    private static MeterTime? WindowEnds(MeterState state, MeterProfile profile) =>
        state.Registers is { Pending.IsEmpty: false } && profile.KeyChangeWindow is { } window
            ? state.PendingSince + window
            : null;

    /// <summary>
    /// Moves the energy since the last metering out of the register; an empty register opens the switch.
    /// </summary>
    private static MeterState Metered(MeterState state, MeterRegisters registers, MeterTime now)
    {
        var milliseconds = (now - state.MeteredUpTo).Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds <= 0) return state;
        var energy = milliseconds * state.Load.Value;
        var credit = registers.Credit.Less(energy);
        var delivered = registers.Credit.Millijoules - credit.Millijoules;
        return state with
        {
            MeteredUpTo = state.MeteredUpTo + TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond),
            Registers = registers with
            {
                Credit = credit,
                DeliveredMillijoules = registers.DeliveredMillijoules + delivered,
                LoadSwitch = credit.IsEmpty ? LoadSwitchPosition.Open : registers.LoadSwitch,
            },
        };
    }

    /// <summary>When the credit next reaches a step that is saved, or shown.</summary>
    private static MeterTime NextEnergyStep(MeterState state, MeterRegisters registers, MeterProfile profile)
    {
        var saveStep = profile.SaveEveryWattHours * CreditRegister.MillijoulesPerWattHour;
        var milliseconds = Math.Min(
            registers.Credit.MillisecondsToNextStep(saveStep, state.Load),
            registers.Credit.MillisecondsToNextStep(CreditRegister.MillijoulesPerUnit, state.Load));
        return state.MeteredUpTo + TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond);
    }

    private static MeterTime? Earlier(MeterTime? left, MeterTime? right)
    {
        if (left is not { } a) return right;
        return right is { } b && b < a ? b : a;
    }
}

using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// Opens the load switch when a limit has been exceeded for too long, and closes it again later if there is credit.
/// A trip is stored: a power cut does not shorten the time the switch stays open.
/// </summary>
internal static class LoadGuard
{
    /// <summary>When the switch trips or comes back, if nothing else happens; null = neither.</summary>
    public static MeterTime? Due(MeterState state, MeterProfile profile)
    {
        if (state.Registers is not { } registers) return null;
        if (VoltageGuard.IsVoltage(registers.Trip)) return null;
        if (registers.Trip == TripCause.SwitchTest) return state.TrippedAt + (profile.SwitchTest ?? TimeSpan.Zero);
        if (registers.Trip != TripCause.None) return state.TrippedAt + profile.Overload.ReconnectAfter;
        return state.OverSince is { } since ? since + TripAfter(Exceeded(state, registers, profile), profile) : null;
    }

    /// <summary>Does at this moment what is due then, and notices whether a limit is exceeded from now on.</summary>
    public static MeterState Watch(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Registers is not { } registers) return state;
        if (Due(state, profile) <= now)
        {
            registers = registers.Trip == TripCause.None
                ? Tripped(state, registers, profile)
                : Reconnected(state, registers, profile);
            state = state with { Registers = registers, TrippedAt = now, OverSince = null, MeteredUpTo = now };
        }

        var isOver = Exceeded(state, registers, profile) != TripCause.None;
        if (isOver == state.OverSince is not null) return state;
        return state with { OverSince = isOver ? now : null };
    }

    private static MeterRegisters Tripped(MeterState state, MeterRegisters registers, MeterProfile profile) =>
        (registers with { Trip = Exceeded(state, registers, profile), LoadSwitch = LoadSwitchPosition.Open })
            .Noting(MeterEvent.Overload, profile);

    /// <summary>A mains that is too high or too low now keeps the switch open for another reason.</summary>
    private static MeterRegisters Reconnected(MeterState state, MeterRegisters registers, MeterProfile profile) =>
        SwitchRules.Settled(registers with { Trip = VoltageGuard.Standing(state, profile) }, profile);

    private static TripCause Exceeded(MeterState state, MeterRegisters registers, MeterProfile profile)
    {
        if (!state.IsMetering) return TripCause.None;
        if (Exceeds(state.Load, registers.MaximumPower)) return TripCause.MaximumPower;
        if (Exceeds(state.Unbalance, registers.UnbalanceLimit)) return TripCause.PhaseUnbalance;
        var volts = (state.Mains ?? profile.Supply.Nominal).Value;
        return profile.OverCurrent is { } rule && state.Load.Value > (long)rule.Amps * volts
            ? TripCause.OverCurrent
            : TripCause.None;
    }

    private static TimeSpan TripAfter(TripCause cause, MeterProfile profile) =>
        cause == TripCause.OverCurrent ? profile.OverCurrent!.After : profile.Overload.TripAfter;

    private static bool Exceeds(Watts drawn, Watts? limit) => limit is { } most && drawn.Value > most.Value;
}

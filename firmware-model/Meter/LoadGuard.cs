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
        if (registers.Trip != TripCause.None) return state.TrippedAt + profile.Overload.ReconnectAfter;
        return state.OverSince is { } since ? since + profile.Overload.TripAfter : null;
    }

    /// <summary>Does at this moment what is due then, and notices whether a limit is exceeded from now on.</summary>
    public static MeterState Watch(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (state.Registers is not { } registers) return state;
        if (Due(state, profile) <= now)
        {
            registers = registers.Trip == TripCause.None ? Tripped(state, registers) : Reconnected(registers);
            state = state with { Registers = registers, TrippedAt = now, OverSince = null, MeteredUpTo = now };
        }

        var isOver = Exceeded(state, registers) != TripCause.None;
        if (isOver == state.OverSince is not null) return state;
        return state with { OverSince = isOver ? now : null };
    }

    private static MeterRegisters Tripped(MeterState state, MeterRegisters registers) =>
        registers with { Trip = Exceeded(state, registers), LoadSwitch = LoadSwitchPosition.Open };

    private static MeterRegisters Reconnected(MeterRegisters registers) => registers with
    {
        Trip = TripCause.None,
        LoadSwitch = registers.Credit.IsEmpty ? LoadSwitchPosition.Open : LoadSwitchPosition.Closed,
    };

    private static TripCause Exceeded(MeterState state, MeterRegisters registers)
    {
        if (!state.IsMetering) return TripCause.None;
        if (Exceeds(state.Load, registers.MaximumPower)) return TripCause.MaximumPower;
        return Exceeds(state.Unbalance, registers.UnbalanceLimit) ? TripCause.PhaseUnbalance : TripCause.None;
    }

    private static bool Exceeds(Watts drawn, Watts? limit) => limit is { } most && drawn.Value > most.Value;
}

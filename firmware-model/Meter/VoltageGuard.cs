namespace HilBench.Meter;

/// <summary>
/// Counts a mains that is too high or too low for too long, and opens the load switch for it where the profile says so.
/// The switch closes again when the voltage has been good for long enough.
/// </summary>
internal static class VoltageGuard
{
    /// <summary>When a deviation counts, or the switch comes back, if nothing else happens; null = neither.</summary>
    public static MeterTime? Due(MeterState state, MeterProfile profile)
    {
        if (profile.Voltage is not { } rule || state.Registers is not { } registers) return null;
        var deviation = DeviationOf(state, rule);
        if (deviation != TripCause.None) return state.IsVoltageNoted ? null : state.MainsSince + rule.After;
        return IsVoltage(registers.Trip) ? state.MainsSince + rule.ReconnectAfter : null;
    }

    /// <summary>The metrology chip measures another voltage; a deviation of another kind begins anew.</summary>
    public static MeterState Told(MeterState state, Volts volts, MeterProfile profile, MeterTime now)
    {
        var told = state with { Mains = volts };
        if (profile.Voltage is not { } rule || DeviationOf(state, rule) == DeviationOf(told, rule)) return told;
        return told with { MainsSince = now, IsVoltageNoted = false };
    }

    /// <summary>Does at this moment what is due then.</summary>
    public static MeterState Watch(MeterState state, MeterProfile profile, MeterTime now)
    {
        if (!(Due(state, profile) <= now)) return state;
        var (rule, registers) = (profile.Voltage!, state.Registers!);
        var deviation = DeviationOf(state, rule);
        if (deviation == TripCause.None)
        {
            var back = SwitchRules.Settled(registers with { Trip = TripCause.None }, profile);
            return state with { Registers = back, MeteredUpTo = now };
        }

        var noted = registers.Noting(
            deviation == TripCause.OverVoltage ? MeterEvent.OverVoltage : MeterEvent.UnderVoltage, profile);
        var isTrip = rule.OpensSwitch && (noted.Trip == TripCause.None || IsVoltage(noted.Trip));
        if (isTrip) noted = SwitchRules.Settled(noted with { Trip = deviation }, profile);
        return state with { Registers = noted, IsVoltageNoted = true };
    }

    /// <summary>What keeps a switch open that would close now: a deviation that has been noted and stands.</summary>
    public static TripCause Standing(MeterState state, MeterProfile profile) =>
        profile.Voltage is { OpensSwitch: true } rule && state.IsVoltageNoted
            ? DeviationOf(state, rule)
            : TripCause.None;

    public static bool IsVoltage(TripCause cause) => cause is TripCause.OverVoltage or TripCause.UnderVoltage;

    private static TripCause DeviationOf(MeterState state, VoltageRule rule)
    {
        if (state.Mains is not { } volts) return TripCause.None;
        if (volts >= rule.High) return TripCause.OverVoltage;
        return volts <= rule.Low ? TripCause.UnderVoltage : TripCause.None;
    }
}

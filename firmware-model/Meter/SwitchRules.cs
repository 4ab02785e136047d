namespace HilBench.Meter;

/// <summary>Where the load switch belongs: everything that keeps it open stands here.</summary>
public static class SwitchRules
{
    public static LoadSwitchPosition PositionFor(MeterRegisters registers, MeterProfile profile)
    {
        if (registers.Credit.IsEmpty) return LoadSwitchPosition.Open;
        if (registers.Trip != TripCause.None) return LoadSwitchPosition.Open;
        if (!registers.IsCommissioned) return LoadSwitchPosition.Open;
        return registers.TamperLatched && profile.TamperOpensSwitch
            ? LoadSwitchPosition.Open
            : LoadSwitchPosition.Closed;
    }

    /// <summary>The same registers with the switch where it belongs.</summary>
    internal static MeterRegisters Settled(MeterRegisters registers, MeterProfile profile) =>
        registers with { LoadSwitch = PositionFor(registers, profile) };
}

namespace HilBench.Meter;

/// <summary>Somebody opens the meter, or the cover over its terminals.</summary>
internal static class Covers
{
    /// <summary>A meter that is not commissioned senses nothing: whoever installs it has its covers off.</summary>
    public static MeterRegisters Opened(MeterRegisters registers, MeterProfile profile) => registers.IsCommissioned
        ? SwitchRules.Settled(
            (registers with { TamperLatched = true }).Noting(MeterEvent.CoverOpened, profile), profile)
        : registers;

    public static MeterRegisters TerminalsOpened(MeterRegisters registers, MeterProfile profile) =>
        profile.TerminalCover switch
        {
            CoverSense.Tamper => Opened(registers, profile),
            CoverSense.Counted when registers.IsCommissioned => registers.Noting(MeterEvent.CoverOpened, profile),
            _ => registers,
        };
}

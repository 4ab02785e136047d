namespace HilBench.Meter;

/// <summary>The lamps on a meter's front.</summary>
public enum Led
{
    /// <summary>The credit is low.</summary>
    LowCredit,

    /// <summary>The load switch is closed.</summary>
    Load,

    /// <summary>Something is wrong: memory, cover, overload, keypad.</summary>
    Fault,
}

/// <summary>What a lamp does.</summary>
public enum LedLight
{
    Dark,
    Lit,

    /// <summary>Half a second lit, half a second dark.</summary>
    Blinking,
}

/// <summary>What each lamp does.</summary>
public readonly record struct LedLights(LedLight LowCredit, LedLight Load, LedLight Fault)
{
    public LedLight this[Led led] => led switch
    {
        Led.LowCredit => LowCredit,
        Led.Load => Load,
        _ => Fault,
    };

    /// <summary>They follow from the state: a meter without power is dark.</summary>
    internal static LedLights Of(MeterState state, MeterProfile profile)
    {
        var rules = profile.Leds;
        return new LedLights(
            IsCreditLow(state, profile) ? rules.LowCredit : LedLight.Dark,
            state.Registers is { LoadSwitch: LoadSwitchPosition.Closed } ? rules.Load : LedLight.Dark,
            IsFaulty(state) ? rules.Fault : LedLight.Dark);
    }

    /// <summary>Low is what the glass shows as at most the limit, so lamp and glass never disagree.</summary>
    private static bool IsCreditLow(MeterState state, MeterProfile profile) => state.Registers is { } registers
        && registers.Credit.UnitsIn(profile.Accounting.Scale) <= profile.Leds.LowCreditUnits;

    private static bool IsFaulty(MeterState state) =>
        state.Screen is Screen.MemoryFault or Screen.KeypadFault
        || state.Registers is { TamperLatched: true }
        || state.Registers is { SwitchFailed: true } or { Trip: not (TripCause.None or TripCause.SwitchTest) };
}

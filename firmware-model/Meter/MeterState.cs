using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// All a meter knows at one moment: what it keeps (<see cref="Registers"/>) and what a power cut takes.
/// </summary>
public sealed record MeterState
{
    /// <summary>A meter without power.</summary>
    public static MeterState Unpowered { get; } = new();

    /// <summary>Null without power and after a memory fault: a meter without registers answers nothing.</summary>
    public MeterRegisters? Registers { get; init; }

    /// <summary>Number of the newest record in the store; its slot is the number modulo 2.</summary>
    public long Sequence { get; init; }

    public KeypadEntry Entry { get; init; } = KeypadEntry.Empty;

    /// <summary>When the newest digit was typed.</summary>
    public MeterTime EntryAt { get; init; }

    public Screen Screen { get; init; } = new Screen.Dark();

    /// <summary>The keys of a short code that begins with another key than a digit, as far as it is typed.</summary>
    public string Code { get; init; } = "";

    /// <summary>When the newest backspace took a digit away.</summary>
    public MeterTime? BackspaceAt { get; init; }

    /// <summary>The answer to the newest token since power came.</summary>
    public ResultCode LastResult { get; init; }

    /// <summary>When the newest new section was taken; the key change window runs from here.</summary>
    public MeterTime PendingSince { get; init; }

    public TokenLockout Lockout { get; init; }

    /// <summary>What the house draws while the switch is closed.</summary>
    public Watts Load { get; init; }

    /// <summary>The largest difference between two phases of that.</summary>
    public Watts Unbalance { get; init; }

    /// <summary>Since when a limit is exceeded without a break; null = none is.</summary>
    public MeterTime? OverSince { get; init; }

    /// <summary>When the switch tripped, or when power came with the trip still stored.</summary>
    public MeterTime TrippedAt { get; init; }

    /// <summary>What the metrology chip has said of the mains since power came; null = nothing.</summary>
    public Volts? Mains { get; init; }

    /// <summary>Since when the mains is good, too high or too low, as the profile judges it.</summary>
    public MeterTime MainsSince { get; init; }

    /// <summary>The present deviation of the mains has been counted.</summary>
    public bool IsVoltageNoted { get; init; }

    /// <summary>
    /// What flows through the load switch although the meter has ordered it open; null = not measured since the order.
    /// </summary>
    public Watts? Leak { get; init; }

    /// <summary>Since when it does.</summary>
    public MeterTime LeakSince { get; init; }

    /// <summary>The mains has failed and the reserve still lasts: the meter has saved and does nothing else.</summary>
    public bool IsFailing { get; init; }

    /// <summary>What was used since power came, or since the allowance last changed, in the finest steps.</summary>
    public Int128 UsedAtAllowance { get; init; }

    /// <summary>Up to here the energy is in the registers.</summary>
    public MeterTime MeteredUpTo { get; init; }

    /// <summary>True while power flows through the switch.</summary>
    public bool IsMetering => Registers is { LoadSwitch: LoadSwitchPosition.Closed } && Load.Value > 0;
}

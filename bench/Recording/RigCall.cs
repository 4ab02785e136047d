using HilBench.Roles;

namespace HilBench.Recording;

/// <summary>What a scenario can do to a rig, or ask of it. The names are part of the file format.</summary>
public enum RigVerb
{
    /// <summary>A word of a later version.</summary>
    Unknown,

    // ---- what is done to the meter ----
    Manufacture,
    Spoil,
    Establish,
    Press,
    PressFor,
    PressTogether,
    HoldDown,
    LetGo,
    Bounce,
    MainsFail,
    MainsReturn,
    MainsCarries,
    PlanCut,
    CancelCut,
    Draw,

    /// <summary>The load is to end by itself, at a moment of the rig's clock.</summary>
    StopLoad,
    Happen,
    Enter,

    /// <summary>Something is broken, at once or after a time.</summary>
    Break,
    Mend,

    // ---- time ----
    Wait,
    Settle,

    // ---- what is asked ----
    ReadLoadSwitch,
    ReadStored,
    ReadCredit,
    ReadKeyRevision,
    IsLit,
    WatchLamp,
    Vouch,
}

/// <summary>A deed or a question of the scenario, and what came of it.</summary>
public sealed record RigCall : RecordedEvent
{
    public required RigVerb Do { get; init; }

    /// <summary>Keys, digits, a lamp, an input, or a record in hexadecimal digits.</summary>
    public string? What { get; init; }

    /// <summary>
    /// How long a key is held, a wait lasts, a bounce may take, a planned cut or a fault waits; when a load ends.
    /// </summary>
    public TimeSpan? For { get; init; }

    /// <summary>How long the fingers stay off after it.</summary>
    public TimeSpan? Gap { get; init; }

    /// <summary>Of the load.</summary>
    public long? Watts { get; init; }

    /// <summary>Of the load's phases.</summary>
    public long? Unbalance { get; init; }

    /// <summary>Of the mains.</summary>
    public int? Volts { get; init; }

    /// <summary>What is broken.</summary>
    public Fault? Fault { get; init; }

    /// <summary>How long the call took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>What the rig answered; null where there is nothing to answer.</summary>
    public string? Saw { get; init; }

    /// <summary>For keys: what is known of each press.</summary>
    public IReadOnlyList<PressReceipt>? Receipts { get; init; }
}

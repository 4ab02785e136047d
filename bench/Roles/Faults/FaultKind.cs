namespace HilBench.Roles;

/// <summary>What can be broken around a meter. The names are part of the recording format.</summary>
public enum FaultKind
{
    // ---- keypad ----
    RowBroken,
    ColumnBroken,
    RowsJoined,
    ColumnsJoined,
    KeyBounces,
    KeySticks,
    KeyNeedsTwoPresses,

    // ---- display ----
    DisplayUnplugged,
    DataLineStuck,
    PulsesLost,
    SlowOscillator,

    // ---- memory ----
    MemoryRefuses,
    PageForgotten,
    BitFlipped,
    MemoryWorn,
    BusStuck,

    // ---- mains ----
    MainsDips,
    MainsSags,
    MainsFlickers,
    MainsBounces,

    // ---- load switch ----
    SwitchWelded,
    SwitchDead,

    // ---- cover ----
    CoverOpened,
    TerminalCoverOpened,

    // ---- the meter's clock ----
    ClockStands,
    ClockJumps,

    // ---- serial cable ----
    CablePulled,
    CableNoise,
    CableWrongBaud,

    // ---- split meter ----
    LineLost,
    AnswersLost,
    LineNoise,
    PairedWrongly,
    BatteriesLow,
    BatteriesFlat,
}

/// <summary>The part that a fault breaks, and that can be mended.</summary>
public enum FaultyPart
{
    Keypad,
    Display,
    Memory,
    Mains,
    LoadSwitch,
    Cover,
    TerminalCover,
    Clock,
    Cable,
    Line,
    Pairing,
    Batteries,
}

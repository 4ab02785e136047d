using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// What differs between makers, as data: how the meter is typed on, how it words its answers, how long it shows them,
/// and the choices the standard leaves open. Profiles are files in <c>bench/profiles/</c>, read by the rig because the
/// model has no I/O; the defaults here are the profile <c>generic</c>, which features may count on.
/// </summary>
public sealed record MeterProfile
{
    public static MeterProfile Generic { get; } = new();

    public string Name { get; init; } = "generic";

    public DisplaySize Display { get; init; } = new(16, 2);

    public IdleStyle Idle { get; init; } = IdleStyle.CreditAlone;

    /// <summary>A full credit bar stands for this much; only with <see cref="IdleStyle.CreditBar"/>.</summary>
    public EnergyAmount FullBar { get; init; } = new(500);

    public ResultWords Words { get; init; } = new();

    public PadKeys Pad { get; init; } = new();

    public BuzzerTones Buzzer { get; init; } = new();

    public LedRules Leds { get; init; } = new();

    public EntryStyle Entry { get; init; } = new();

    /// <summary>Longest pause between two digits; after it the entry is incomplete and cleared.</summary>
    public TimeSpan EntryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the answer to a token stays on the glass.</summary>
    public TimeSpan ResultTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the credit is shown after an answer, before the idle screen.</summary>
    public TimeSpan CreditTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How a refusal blinks; null = it is shown like any other answer.</summary>
    public RefusalBlink? RefusalBlink { get; init; }

    /// <summary>Which section a half-done key change names on the glass.</summary>
    public HalfShown HalfShown { get; init; } = HalfShown.Awaited;

    public CodeOrder CodeOrder { get; init; } = CodeOrder.Any;

    /// <summary>How long a taken section waits for the next new one; null = for ever.</summary>
    public TimeSpan? KeyChangeWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What becomes of pending sections when the mains fails.</summary>
    public PendingHalf PendingAtPowerCut { get; init; } = PendingHalf.Forgotten;

    /// <summary>What becomes of pending sections when another (accepted) token comes between.</summary>
    public PendingHalf PendingAtOtherToken { get; init; } = PendingHalf.Kept;

    /// <summary>Null = wrong tokens are never punished.</summary>
    public LockoutRule? Lockout { get; init; }

    public IReadOnlyList<ShortCode> ShortCodes { get; init; } = [];

    /// <summary>Whether a latched tamper refuses credit until the clear tamper token.</summary>
    public bool TamperRefusesCredit { get; init; } = true;

    /// <summary>Whether test 4 answers <c>1</c> or <c>1.2</c>.</summary>
    public KeyRevisionWording KeyRevisionWording { get; init; } = KeyRevisionWording.RevisionAlone;

    /// <summary>How many TIDs the meter remembers.</summary>
    public int TidStoreSize { get; init; } = 50;

    public Accounting Accounting { get; init; } = Accounting.Energy;

    /// <summary>The most the credit register of a meter that counts energy can hold.</summary>
    public EnergyAmount MaxCredit { get; init; } = new(99_999_999);

    /// <summary>The most the credit register can hold, in the unit it counts.</summary>
    public Int128 MostUnits => Accounting.MostUnits ?? MaxCredit.TenthsOfKwh;

    /// <summary>Used-up credit is saved each time the register falls through a multiple of this.</summary>
    public int SaveEveryWattHours { get; init; } = 100;

    /// <summary>The same in the finest steps of the register.</summary>
    public Int128 SaveStep =>
        (Int128)SaveEveryWattHours * CreditRegister.MillijoulesPerWattHour * Accounting.Scale.RawPerMillijoule;

    /// <summary>How long the supply lasts once the meter is told that the mains has failed; zero = no word.</summary>
    public TimeSpan HoldUp { get; init; } = TimeSpan.FromMilliseconds(100);

    public SupplyRange Supply { get; init; } = new();

    /// <summary>Phases the meter measures; a phase unbalance limit means something on three.</summary>
    public int Phases { get; init; } = 1;

    public OverloadRule Overload { get; init; } = new();

    /// <summary>Null = the meter carries whatever no token has limited.</summary>
    public OverCurrentRule? OverCurrent { get; init; }

    /// <summary>Null = the voltage of the mains is no matter to the meter.</summary>
    public VoltageRule? Voltage { get; init; }

    /// <summary>Whether a latched tamper opens the load switch until the clear tamper token.</summary>
    public bool TamperOpensSwitch { get; init; }

    public CoverSense TerminalCover { get; init; } = CoverSense.None;

    /// <summary>Null = the meter is in service as it is delivered.</summary>
    public CommissioningRule? Commissioning { get; init; }

    /// <summary>Null = the meter lends nothing.</summary>
    public EmergencyRule? Emergency { get; init; }

    /// <summary>How long the test token of the load switch opens it; null = it shows where the switch is.</summary>
    public TimeSpan? SwitchTest { get; init; }

    /// <summary>
    /// How long current may flow through a switch that was ordered open until the meter says that it has failed; null =
    /// the meter does not look.
    /// </summary>
    public TimeSpan? WeldedAfter { get; init; }

    /// <summary>Whether the meter counts what <see cref="MeterEvents"/> has.</summary>
    public bool CountsEvents { get; init; }

    /// <summary>True where any rule, or any short code, is about the voltage of the mains.</summary>
    public bool MeasuresVoltage => Voltage is not null || OverCurrent is not null
        || ShortCodes.Any(code => code is { Does: CodeAction.None, Shows: Reading.Voltage });

    /// <summary>The same profile with another most for its register, in the unit that counts.</summary>
    public MeterProfile WithMost(long units) => Accounting.IsCurrency
        ? this with { Accounting = Accounting.WithMost(units) }
        : this with { MaxCredit = new EnergyAmount(units) };
}

public enum HalfShown
{
    /// <summary>The code the meter still waits for.</summary>
    Awaited,

    /// <summary>The code the meter has just taken.</summary>
    Taken,
}

public enum CodeOrder
{
    Any,
    FirstCodeFirst,
}

public enum PendingHalf
{
    Forgotten,
    Kept,
}

public enum KeyRevisionWording
{
    RevisionAlone,
    RevisionAndType,
}

/// <summary>What the glass shows when nobody uses the meter.</summary>
public enum IdleStyle
{
    /// <summary>The credit on the first line and nothing else.</summary>
    CreditAlone,

    /// <summary>The credit, under it a bar of it, and in the last line icons; for four lines.</summary>
    CreditBar,
}

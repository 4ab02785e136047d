using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// What differs between makers, as data: how the meter words its answers, how long it shows them, and the choices the
/// standard leaves open. Profiles are files in <c>bench/profiles/</c>, read by the rig because the model has no I/O;
/// the defaults here are the profile <c>generic</c>, which features may count on.
/// </summary>
public sealed record MeterProfile
{
    public static MeterProfile Generic { get; } = new();

    public string Name { get; init; } = "generic";

    public DisplaySize Display { get; init; } = new(16, 2);

    public ResultWords Words { get; init; } = new();

    /// <summary>Longest pause between two digits; after it the entry is incomplete and cleared.</summary>
    public TimeSpan EntryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the answer to a token stays on the glass.</summary>
    public TimeSpan ResultTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the credit is shown after an answer, before the idle screen.</summary>
    public TimeSpan CreditTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Which section a half-done key change names on the glass.</summary>
    public HalfShown HalfShown { get; init; } = HalfShown.Awaited;

    public CodeOrder CodeOrder { get; init; } = CodeOrder.Any;

    /// <summary>How long a taken section waits for the next new one; null = for ever.</summary>
    public TimeSpan? KeyChangeWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What becomes of pending sections when the mains fails.</summary>
    public PendingHalf PendingAtPowerCut { get; init; } = PendingHalf.Forgotten;

    /// <summary>What becomes of pending sections when another (accepted) token comes between.</summary>
    public PendingHalf PendingAtOtherToken { get; init; } = PendingHalf.Kept;

    /// <summary>Whether a latched tamper refuses credit until the clear tamper token.</summary>
    public bool TamperRefusesCredit { get; init; } = true;

    /// <summary>Whether test 4 answers <c>1</c> or <c>1.2</c>.</summary>
    public KeyRevisionWording KeyRevisionWording { get; init; } = KeyRevisionWording.RevisionAlone;

    /// <summary>How many TIDs the meter remembers.</summary>
    public int TidStoreSize { get; init; } = 50;

    /// <summary>The most the credit register can hold.</summary>
    public EnergyAmount MaxCredit { get; init; } = new(99_999_999);

    /// <summary>Used-up credit is saved each time the register falls through a multiple of this.</summary>
    public int SaveEveryWattHours { get; init; } = 100;
}

/// <summary>The words of a profile, each at most as long as a display line.</summary>
public sealed record ResultWords
{
    public string Accept { get; init; } = "Accept";

    public string Used { get; init; } = "Used";

    public string Old { get; init; } = "Old";

    public string Reject { get; init; } = "Reject";

    public string Incomplete { get; init; } = "Incomplete";

    /// <summary>Shown for a section of an unfinished key change; {0} is the number of a code.</summary>
    public string Half { get; init; } = "Enter code {0}";

    public string Credit { get; init; } = "Credit";

    public string MemoryFault { get; init; } = "Memory fault";

    public string KeypadFault { get; init; } = "Keypad fault";
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

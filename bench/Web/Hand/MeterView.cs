using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Web.Hand;

/// <summary>What there is to be seen of the meter and the session at one moment. It never changes.</summary>
internal sealed record MeterView
{
    public static readonly MeterView Nothing = new();

    public SessionState State { get; init; } = SessionState.Starting;

    /// <summary>Why nobody can drive: a rig fault, or the run that has the rig.</summary>
    public string? Why { get; init; }

    public IReadOnlyList<string> Glass { get; init; } = [];

    public int Columns { get; init; } = 16;

    public int Rows { get; init; } = 2;

    public GlassKind GlassKind { get; init; }

    /// <summary>The legend of the pad, row by row; none where tokens come in by a port.</summary>
    public IReadOnlyList<string> Pad { get; init; } = [];

    public char? Enter { get; init; }

    public char Backspace { get; init; }

    public IReadOnlyList<LampView> Lamps { get; init; } = [];

    public bool HasBuzzer { get; init; }

    /// <summary>How many beeps there were, and how long the newest was.</summary>
    public int Beeps { get; init; }

    public TimeSpan LastBeep { get; init; }

    public bool IsMainsOn { get; init; }

    /// <summary>What the house would draw, in watts.</summary>
    public long Watts { get; init; }

    public bool IsSwitchClosed { get; init; }

    /// <summary>The date and time on the customer's wall, in whole seconds.</summary>
    public DateTime Clock { get; init; }

    public ClockPace Pace { get; init; }

    /// <summary>Time is that of a clock on the wall; nobody can stop it.</summary>
    public bool IsWallTime { get; init; }

    /// <summary>The stored record; null when none can be read.</summary>
    public RecordView? Record { get; init; }

    /// <summary>What a meter behind a port says of itself; null where there is no port.</summary>
    public PortView? Port { get; init; }

    public IReadOnlyList<HandToken> Tokens { get; init; } = [];

    public bool IsCurrency { get; init; }

    public string Profile { get; init; } = "";

    /// <summary>False until the first meter stands on the bench.</summary>
    public bool HasMeter => Profile.Length > 0;

    public string Rig { get; init; } = "";

    /// <summary>What the rig can do (<see cref="Capability"/>).</summary>
    public IReadOnlyList<string> Can { get; init; } = [];

    /// <summary>What was said since the meter was made.</summary>
    public IReadOnlyList<SaidStep> Steps { get; init; } = [];

    public bool IsRecording { get; init; }

    /// <summary>The sentences that are true of the display now.</summary>
    public IReadOnlyList<SaidStep> MustShow { get; init; } = [];

    /// <summary>The newest thing to tell, and whether it is good.</summary>
    public HandNote? Note { get; init; }

    /// <summary>What the bench wants from the person beside it.</summary>
    public OperatorPrompt? Prompt { get; init; }

    public bool Is(string capability) => Can.Contains(capability);
}

/// <summary>What the session is doing.</summary>
internal enum SessionState
{
    Starting,
    Ready,

    /// <summary>A step is going on that takes long.</summary>
    Busy,

    /// <summary>The rig is not as it should be.</summary>
    Fault,

    /// <summary>A run has the rig.</summary>
    Lent,
}

/// <summary>How virtual time goes while nobody does anything.</summary>
internal enum ClockPace
{
    Stands,
    Wall,
    MinuteASecond,
    HourASecond,
}

/// <summary>Credit and key revision as a meter says them by its port.</summary>
internal sealed record PortView(string Credit, string KeyRevision, bool IsCurrency);

/// <summary>A lamp on the front.</summary>
internal readonly record struct LampView(Led Led, bool IsLit);

/// <summary>A message, and whether it is about something that went well.</summary>
internal sealed record HandNote(string Text, bool IsGood, long Number);

/// <summary>What is asked of the person at the bench.</summary>
/// <param name="Text">The words.</param>
/// <param name="WantsAnswer">Yes or no; else the deed is the answer.</param>
/// <param name="Lines">A display to compare with; null when it is about something else.</param>
/// <param name="Key">A key to press, where the words have a place for it.</param>
internal sealed record OperatorPrompt(
    string Text, bool WantsAnswer, IReadOnlyList<string>? Lines = null, char? Key = null);

using HilBench.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Web.Runs;

/// <summary>What there is to be seen of a run at one moment. It never changes.</summary>
public sealed record RunView
{
    public static readonly RunView Nothing = new();

    public RunPhase Phase { get; init; }

    /// <summary>The name of its folder among the reports.</summary>
    public string Id { get; init; } = "";

    /// <summary>How many scenarios there are to run.</summary>
    public int Total { get; init; }

    /// <summary>How many ended in which way.</summary>
    public IReadOnlyDictionary<Verdict, int> Verdicts { get; init; } = new Dictionary<Verdict, int>();

    /// <summary>Each scenario by the name that the history gives it.</summary>
    public IReadOnlyDictionary<string, RunRow> Rows { get; init; } = new Dictionary<string, RunRow>();

    /// <summary>The displays of the scenarios that run now.</summary>
    public IReadOnlyList<LiveGlass> Glasses { get; init; } = [];

    /// <summary>Why it did not run: mistakes as <c>file:line: what</c>, or what is wrong with the rig.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>What a person should know beside the verdicts.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    public ulong Seed { get; init; }

    public TimeSpan Took { get; init; }

    /// <summary>Its number in the history; null when that does not have it.</summary>
    public long? InHistory { get; init; }

    /// <summary>What the bench wants from the person beside it; null when nothing.</summary>
    public RunPrompt? Prompt { get; init; }

    /// <summary>Its report can be read.</summary>
    public bool HasReport { get; init; }

    public bool IsOn => Phase is RunPhase.Reading or RunPhase.Running or RunPhase.Stopping;

    public int Done => Verdicts.Values.Sum();

    public int Red => Verdicts.Where(one => one.Key != Verdict.Aborted && !one.Key.IsGood()).Sum(one => one.Value);
}

/// <summary>How far a run has come.</summary>
public enum RunPhase
{
    /// <summary>There was none yet.</summary>
    None,

    /// <summary>Features are read and the rig is looked for.</summary>
    Reading,
    Running,
    Stopping,

    /// <summary>It has ended, with verdicts.</summary>
    Ended,

    /// <summary>Nothing ran.</summary>
    Refused,
}

/// <summary>One scenario of a run.</summary>
/// <param name="Verdict">Null until it has ended.</param>
/// <param name="IsRunning">It has begun and not ended.</param>
public sealed record RunRow(Verdict? Verdict, bool IsRunning)
{
    public static readonly RunRow Waiting = new(null, IsRunning: false);

    public static readonly RunRow Running = new(null, IsRunning: true);

    /// <summary>What went wrong, or why it is left out; null when nothing is to be said.</summary>
    public string? Message { get; init; }

    /// <summary>It does not run, because the rig has not what it needs.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>The step that went wrong, where the message does not say it itself.</summary>
    public string? Step { get; init; }

    public TimeSpan Took { get; init; }

    /// <summary>Its folder in the report; null when it has none.</summary>
    public string? Folder { get; init; }

    /// <summary>The names of the files there.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public static RunRow LeftOut(string why) => new(null, IsRunning: false) { IsLeftOut = true, Message = why };

    public bool IsRed => Verdict is not (null or Scenarios.Running.Verdict.Passed);
}

/// <summary>The display of a scenario that runs now.</summary>
public sealed record LiveGlass(string Name, string Title, IReadOnlyList<string> Lines, int Columns, GlassKind Kind);

/// <summary>What a run asks of the person at the bench.</summary>
/// <param name="Text">The words.</param>
/// <param name="WantsAnswer">Yes or no; else the deed is the answer.</param>
/// <param name="Lines">A display to compare with; none when it is about something else.</param>
public sealed record RunPrompt(string Text, bool WantsAnswer, IReadOnlyList<string> Lines, char? Key);

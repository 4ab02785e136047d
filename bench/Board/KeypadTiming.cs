namespace HilBench.Board;

/// <summary>How the scanner notices that somebody touches an idle keypad.</summary>
public enum KeypadIdle
{
    /// <summary>By falling edges on the columns, with a slow safety scan in case an edge is lost.</summary>
    Edges,

    /// <summary>By looking again and again, for pins that cannot report edges.</summary>
    Poll,
}

/// <summary>
/// The scanner's times. The defaults suit a rubber or metal-dome pad with a few milliseconds of bounce.
/// </summary>
public sealed record KeypadTiming
{
    public KeypadIdle Idle { get; init; } = KeypadIdle.Edges;

    /// <summary>A key has changed when its contact has been seen unchanged for this long.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// From scan to scan while a contact is settling. Short against <see cref="Debounce"/>, so that chatter cannot hide
    /// between the samples and pass for a contact at rest.
    /// </summary>
    public TimeSpan SettlingScan { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>From scan to scan while keys are simply held down, or stuck.</summary>
    public TimeSpan HeldScan { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>From look to look on an idle pad without edges.</summary>
    public TimeSpan IdlePoll { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>From scan to scan on an idle pad with edges.</summary>
    public TimeSpan SafetyScan { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A key held longer than this is stuck.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From driving a row to reading the columns: pull-up against the capacitance of pad and cable.</summary>
    public TimeSpan RowSettle { get; init; } = TimeSpan.FromMicroseconds(5);
}

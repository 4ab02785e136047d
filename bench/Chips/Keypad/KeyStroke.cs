namespace HilBench.Chips;

/// <summary>
/// One scheduled press: when the finger comes and goes, and when the contact has come to rest each time.
/// </summary>
public sealed record KeyStroke(char Key, TimeSpan Down, TimeSpan Settled, TimeSpan Up, TimeSpan Rested);

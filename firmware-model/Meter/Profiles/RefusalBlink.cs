namespace HilBench.Meter;

/// <summary>A refusal that blinks, and a dark pause after it.</summary>
/// <param name="Lasts">How long the word blinks.</param>
/// <param name="HalfPeriod">How long it is lit, and how long dark.</param>
/// <param name="BlankAfter">How long the glass stays blank before the credit.</param>
public sealed record RefusalBlink(TimeSpan Lasts, TimeSpan HalfPeriod, TimeSpan BlankAfter);

namespace HilBench.Meter;

/// <summary>Credit that a meter lends, in the unit its register counts.</summary>
/// <param name="Units">How much.</param>
/// <param name="AtMostUnits">Only when there is no more credit than this.</param>
/// <param name="IsAutomatic">It is lent by itself when the credit is used up; else the customer asks for it.</param>
public sealed record EmergencyRule(Int128 Units, Int128 AtMostUnits, bool IsAutomatic);

namespace HilBench.Meter;

/// <summary>How a meter that was delivered out of service is put into it.</summary>
/// <param name="TokenSubClass">
/// The sub-class of the maker's token of class 1, 6 to 15, that does it; null = a short code alone does.
/// </param>
public sealed record CommissioningRule(int? TokenSubClass);

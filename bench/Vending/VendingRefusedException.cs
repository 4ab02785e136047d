namespace HilBench.Vending;

/// <summary>The station was asked for a token that no honest vending system issues; the message says why.</summary>
public sealed class VendingRefusedException(string reason) : Exception(reason);

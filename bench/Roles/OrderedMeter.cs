using HilBench.Tokens;

namespace HilBench.Roles;

/// <summary>A meter by its key, as somebody who bought it knows it.</summary>
/// <param name="Serial">What is written on it.</param>
/// <param name="Key">What its key is derived from.</param>
/// <param name="Vending">The vending key; null = the public test key.</param>
public sealed record OrderedMeter(string Serial, KeyParameters Key, VendingKey? Vending)
{
    /// <summary>A vending key is never told.</summary>
    public override string ToString() => $"meter {Serial}";
}

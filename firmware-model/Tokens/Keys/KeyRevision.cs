using System.Globalization;

namespace HilBench.Tokens;

/// <summary>The key revision number, KRN: names a vending key within its supply group; 1–9, and 1 follows 9.</summary>
public readonly record struct KeyRevision : IComparable<KeyRevision>
{
    private readonly byte _beforeThis;

    public KeyRevision(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9);
        _beforeThis = (byte)(value - 1);
    }

    public int Value => _beforeThis + 1;

    /// <summary>Null when the four bits of a token hold no revision (0 or above 9).</summary>
    public static KeyRevision? TryFrom(int value) => value is >= 1 and <= 9 ? new KeyRevision(value) : null;

    public KeyRevision Next() => new((Value % 9) + 1);

    public int CompareTo(KeyRevision other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace HilBench.Meter;

/// <summary>A voltage of the mains, as an effective value.</summary>
public readonly record struct Volts(int Value) : IComparable<Volts>
{
    public int CompareTo(Volts other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} V");

    public static bool operator <(Volts left, Volts right) => left.Value < right.Value;

    public static bool operator >(Volts left, Volts right) => left.Value > right.Value;

    public static bool operator <=(Volts left, Volts right) => left.Value <= right.Value;

    public static bool operator >=(Volts left, Volts right) => left.Value >= right.Value;
}

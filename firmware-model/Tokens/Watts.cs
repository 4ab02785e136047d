namespace HilBench.Tokens;

/// <summary>Electrical power in watts.</summary>
public readonly record struct Watts(int Value) : IComparable<Watts>
{
    public int CompareTo(Watts other) => Value.CompareTo(other.Value);

    public override string ToString() => $"{Value} W";
}

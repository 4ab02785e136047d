using System.Globalization;

namespace HilBench.Tokens;

/// <summary>The supply group code, SGC: six digits. It is part of the decoder key.</summary>
public readonly record struct SupplyGroupCode
{
    public const int Largest = 999_999;

    public SupplyGroupCode(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        Value = value;
    }

    public int Value { get; }

    /// <summary>Null when the 24 bits of a token are no supply group (above 999999).</summary>
    public static SupplyGroupCode? TryFrom(int value) =>
        value is >= 0 and <= Largest ? new SupplyGroupCode(value) : null;

    /// <summary>Exactly six digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SupplyGroupCode code)
    {
        code = default;
        if (text.Length != 6 || text.ContainsAnyExceptInRange('0', '9'))
            return false;
        code = new SupplyGroupCode(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        return true;
    }

    public static SupplyGroupCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code)
            ? code
            : throw new FormatException($"a supply group has six digits, not \"{text}\"");

    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}

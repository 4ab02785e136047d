using System.Globalization;

namespace HilBench.Tokens;

/// <summary>The tariff index, TI: two digits, written "01". It is part of the decoder key.</summary>
public readonly record struct TariffIndex
{
    public const int Largest = 99;

    public TariffIndex(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        Value = value;
    }

    public int Value { get; }

    /// <summary>Null when the eight bits of a token are no index (above 99).</summary>
    public static TariffIndex? TryFrom(int value) => value is >= 0 and <= Largest ? new TariffIndex(value) : null;

    /// <summary>Exactly two digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TariffIndex index)
    {
        index = default;
        if (text.Length != 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
            return false;
        index = new TariffIndex(((text[0] - '0') * 10) + (text[1] - '0'));
        return true;
    }

    public static TariffIndex Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var index)
            ? index
            : throw new FormatException($"a tariff index has two digits, not \"{text}\"");

    public override string ToString() => Value.ToString("D2", CultureInfo.InvariantCulture);
}

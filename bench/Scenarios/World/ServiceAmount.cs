using System.Globalization;

namespace HilBench.Scenarios.World;

/// <summary>What a token of another service carries, in tenths of its unit.</summary>
public readonly record struct ServiceAmount(long Tenths)
{
    private const decimal Most = 99_999_999.9m;

    /// <exception cref="FormatException">No token carries it.</exception>
    public static ServiceAmount Of(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            if (text.All(sign => char.IsAsciiDigit(sign) || sign == '.')) throw TooMuch(text);
            throw new FormatException($"an amount must be written like 25.6, not \"{Excerpt.Of(text)}\"");
        }

        if (amount > Most) throw TooMuch(text);
        var tenths = amount * 10;
        return tenths == decimal.Truncate(tenths)
            ? new ServiceAmount((long)tenths)
            : throw new FormatException($"{Excerpt.Of(text)} is finer than 0.1, which no token carries");
    }

    private static FormatException TooMuch(string text) => new($"{Excerpt.Of(text)} is more than any token carries");
}

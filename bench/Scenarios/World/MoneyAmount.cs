using System.Globalization;

namespace HilBench.Scenarios.World;

/// <summary>An amount of money in 0.00001 of the currency, the unit of a currency credit token.</summary>
public readonly record struct MoneyAmount(long Units)
{
    private const int UnitsPerCurrency = 100_000;
    private const decimal Limit = 1_000_000_000;

    /// <exception cref="FormatException">It is no amount that a token could carry.</exception>
    public static MoneyAmount Parse(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var amount))
        {
            if (text.All(sign => char.IsAsciiDigit(sign) || sign is '.' or '-')) throw TooMuch(text);
            var point = text.Contains(',') ? ", with a point and no comma" : "";
            throw new FormatException(
                $"an amount of money must be written like 250.00{point}, not \"{Excerpt.Of(text)}\"");
        }

        if (amount is <= -Limit or >= Limit)
            throw TooMuch(text);
        return amount * UnitsPerCurrency == decimal.Truncate(amount * UnitsPerCurrency)
            ? new MoneyAmount((long)(amount * UnitsPerCurrency))
            : throw new FormatException($"an amount of money must have 5 decimals at most, not {Excerpt.Of(text)}");
    }

    private static FormatException TooMuch(string text) =>
        new($"an amount of money must be less than 1,000,000,000, not {Excerpt.Of(text)}");

    public override string ToString() =>
        ((decimal)Units / UnitsPerCurrency).ToString("0.00###", CultureInfo.InvariantCulture);
}

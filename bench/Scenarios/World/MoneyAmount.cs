using System.Globalization;

namespace HilBench.Scenarios.World;

/// <summary>An amount of money in 0.00001 of the currency, the unit of a currency credit token.</summary>
public readonly record struct MoneyAmount(long Units)
{
    private const int UnitsPerCurrency = 100_000;

    public static MoneyAmount Parse(string text) =>
        decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var amount)
        && amount is > -1_000_000_000 and < 1_000_000_000
        && amount * UnitsPerCurrency == decimal.Truncate(amount * UnitsPerCurrency)
            ? new MoneyAmount((long)(amount * UnitsPerCurrency))
            : throw new FormatException($"\"{text}\" is no amount of money: write it like 250.00");

    public override string ToString() =>
        ((decimal)Units / UnitsPerCurrency).ToString("0.00###", CultureInfo.InvariantCulture);
}

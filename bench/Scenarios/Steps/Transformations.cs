using System.Globalization;
using HilBench.Meter;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using Reqnroll;

namespace HilBench.Scenarios.Steps;

/// <summary>
/// From the words of a feature to the types of the house; pure, so that mistakes show before anything runs.
/// </summary>
[Binding]
public static class Transformations
{
    private const decimal MostKwh = 99_999_999.9m;

    [StepArgumentTransformation]
    public static EnergyAmount Energy(string kwh)
    {
        if (!decimal.TryParse(kwh, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            if (kwh.All(sign => char.IsAsciiDigit(sign) || sign == '.')) throw TooMuch(kwh);
            throw new FormatException($"\"{Excerpt.Of(kwh)}\" is not an amount of kWh; write it like 25.6");
        }

        if (amount > MostKwh) throw TooMuch(kwh);
        return amount * 10 == decimal.Truncate(amount * 10)
            ? EnergyAmount.FromKwh(amount)
            : throw new FormatException($"{Excerpt.Of(kwh)} kWh is finer than 0.1 kWh, which no meter counts");
    }

    [StepArgumentTransformation]
    public static MoneyAmount Money(string amount) => MoneyAmount.Parse(amount);

    [StepArgumentTransformation]
    public static KeyRevision Revision(string number) => MeterSettings.RevisionOf(number);

    [StepArgumentTransformation]
    public static BaseDate Base(string year) => MeterSettings.BaseDateOf(year);

    [StepArgumentTransformation]
    public static DateTime Time(string text) => UtcTime.Parse(text);

    [StepArgumentTransformation]
    public static LoadSwitchPosition Position(string word) => word switch
    {
        "open" => LoadSwitchPosition.Open,
        "closed" => LoadSwitchPosition.Closed,
        _ => throw new FormatException(
            $"\"{Excerpt.Of(word)}\" is not a place of a load switch; allowed: open, closed"),
    };

    [StepArgumentTransformation]
    public static KeyType Type(string word) => MeterSettings.KeyTypeOf(word);

    [StepArgumentTransformation]
    public static SupplyGroupCode Group(string digits) => SupplyGroupCode.Parse(digits);

    [StepArgumentTransformation]
    public static TariffIndex Tariff(string digits) => TariffIndex.Parse(digits);

    /// <summary>Read when the sentence is checked, and its file never again.</summary>
    [StepArgumentTransformation]
    public static MeterProfile Profile(string nameOrFile) => MeterSettings.ProfileOf(nameOrFile);

    [StepArgumentTransformation]
    public static Led Lamp(string word) => FrontWords.LedOf(word);

    [StepArgumentTransformation]
    public static LedLight Light(string word) => FrontWords.LightOf(word);

    [StepArgumentTransformation]
    public static BeepLength Beeps(string word) => FrontWords.LengthOf(word);

    [StepArgumentTransformation]
    public static SetSize Size(string word) => word switch
    {
        "two" => SetSize.Two,
        "three" => SetSize.Three,
        "four" => SetSize.Four,
        _ => throw new FormatException(
            $"\"{Excerpt.Of(word)}\" is not a number of codes in a set; allowed: two, three, four"),
    };

    [StepArgumentTransformation]
    public static TypedDigits Digits(string text) => TypedDigits.Of(text);

    [StepArgumentTransformation]
    public static KeySequence Keys(string text) => KeySequence.Of(text);

    [StepArgumentTransformation]
    public static MeterSettings Settings(DataTable table)
    {
        var header = table.Header.ToArray();
        if (header is not ["name", "value"])
        {
            throw new FormatException(
                $"the columns must be name and value, not {Excerpt.Of(string.Join(", ", header))}");
        }

        return MeterSettings.Of(table.Rows.Select(row => (row["name"], row["value"])));
    }

    private static FormatException TooMuch(string kwh) =>
        new($"{Excerpt.Of(kwh)} kWh is more than any token or meter holds");
}

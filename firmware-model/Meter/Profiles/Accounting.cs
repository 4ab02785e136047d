using System.Globalization;
using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// What the credit register counts: energy, or money at a price for each kilowatt-hour. The unit is that of the credit
/// token: 0.1 kWh, or 0.00001 of the currency.
/// </summary>
public sealed record Accounting
{
    private const long UnitsPerCurrency = 100_000;
    private const long UnitsPerCent = 1_000;

    private Accounting(CreditScale scale, string unit, Int128? mostUnits)
    {
        (Scale, Unit, MostUnits) = (scale, unit, mostUnits);
    }

    public static Accounting Energy { get; } = new(CreditScale.Energy, "kWh", null);

    /// <summary>Energy whose unit the glass does not name, as on a display of seven segments.</summary>
    public static Accounting BareEnergy { get; } = new(CreditScale.Energy, "", null);

    public CreditScale Scale { get; }

    /// <summary>What stands behind the number; may be empty.</summary>
    public string Unit { get; }

    /// <summary>The most a register of currency holds; null for energy, where the profile says it.</summary>
    public Int128? MostUnits { get; }

    public bool IsCurrency => Scale != CreditScale.Energy;

    /// <summary>How much, in the finest steps, the number on the glass changes at a time.</summary>
    public Int128 ShownStep => (Int128)Scale.RawPerUnit * (IsCurrency ? UnitsPerCent : 1);

    /// <param name="code">Three letters, such as KES.</param>
    /// <param name="pricePerKwh">In 0.00001 of the currency.</param>
    /// <param name="mostUnits">The most the register can hold, in 0.00001 of the currency.</param>
    public static Accounting Currency(string code, long pricePerKwh, Int128 mostUnits) =>
        new(CreditScale.Currency(pricePerKwh), code, mostUnits);

    public Accounting WithMost(Int128 units) => new(Scale, Unit, units);

    /// <summary>
    /// An amount as the glass shows it: tenths of a kilowatt-hour, or hundredths of the currency rounded up, so that
    /// nothing is shown as nothing.
    /// </summary>
    public string Text(Int128 units)
    {
        var culture = CultureInfo.InvariantCulture;
        var number = IsCurrency
            ? ((decimal)((units + UnitsPerCent - 1) / UnitsPerCent) / (UnitsPerCurrency / UnitsPerCent))
                .ToString("0.00", culture)
            : new EnergyAmount((long)units).Kwh.ToString("0.0", culture);
        return Unit.Length == 0 ? number : $"{number} {Unit}";
    }
}

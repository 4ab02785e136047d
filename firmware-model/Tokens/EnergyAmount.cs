using System.Globalization;

namespace HilBench.Tokens;

/// <summary>An amount of electrical energy in tenths of a kilowatt-hour, the unit of the credit token.</summary>
public readonly record struct EnergyAmount(long TenthsOfKwh) : IComparable<EnergyAmount>
{
    public static EnergyAmount Zero => default;

    public decimal Kwh => TenthsOfKwh / 10m;

    /// <exception cref="ArgumentException">The amount is finer than 0.1 kWh, so it cannot be exact.</exception>
    public static EnergyAmount FromKwh(decimal kwh)
    {
        var tenths = kwh * 10m;
        return tenths == decimal.Truncate(tenths)
            ? new EnergyAmount((long)tenths)
            : throw new ArgumentException($"{kwh} kWh is finer than 0.1 kWh.", nameof(kwh));
    }

    public static EnergyAmount operator +(EnergyAmount a, EnergyAmount b) => new(a.TenthsOfKwh + b.TenthsOfKwh);

    public static EnergyAmount operator -(EnergyAmount a, EnergyAmount b) => new(a.TenthsOfKwh - b.TenthsOfKwh);

    public static bool operator <(EnergyAmount a, EnergyAmount b) => a.TenthsOfKwh < b.TenthsOfKwh;

    public static bool operator >(EnergyAmount a, EnergyAmount b) => a.TenthsOfKwh > b.TenthsOfKwh;

    public static bool operator <=(EnergyAmount a, EnergyAmount b) => a.TenthsOfKwh <= b.TenthsOfKwh;

    public static bool operator >=(EnergyAmount a, EnergyAmount b) => a.TenthsOfKwh >= b.TenthsOfKwh;

    public int CompareTo(EnergyAmount other) => TenthsOfKwh.CompareTo(other.TenthsOfKwh);

    public override string ToString() => Kwh.ToString("0.0", CultureInfo.InvariantCulture) + " kWh";
}

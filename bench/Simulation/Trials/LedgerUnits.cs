using HilBench.Meter;

namespace HilBench.Simulation.Trials;

/// <summary>
/// How the ledger counts, from what the standard and physics say: a token carries tenths of a kilowatt-hour, or steps
/// of 0.00001 in currency (docs/sts.md); a watt for a millisecond is a millijoule. In energy the finest step is the
/// millijoule; in money it is what makes a millijoule cost a whole number of steps.
/// </summary>
internal readonly record struct LedgerUnits
{
    private const long MillijoulesPerWattHour = 3_600_000;
    private const long MillijoulesPerKwh = 1_000 * MillijoulesPerWattHour;
    private const int TenthsPerKwh = 10;

    private readonly int _saveEvery;

    public LedgerUnits(MeterProfile profile)
    {
        // The price is a setting of the profile; the meter keeps it as what a millijoule costs.
        PerMillijoule = profile.Accounting.IsCurrency ? profile.Accounting.Scale.RawPerMillijoule : 1;
        PerUnit = profile.Accounting.IsCurrency ? MillijoulesPerKwh : MillijoulesPerKwh / TenthsPerKwh;
        Most = profile.MostUnits * PerUnit;
        _saveEvery = profile.SaveEveryWattHours;
    }

    /// <summary>Finest steps of one unit of a credit token.</summary>
    public Int128 PerUnit { get; }

    /// <summary>Finest steps that a millijoule costs.</summary>
    public Int128 PerMillijoule { get; }

    /// <summary>What the register can hold.</summary>
    public Int128 Most { get; }

    /// <summary>What is used up between two saves.</summary>
    public Int128 SaveStep => _saveEvery * MillijoulesPerWattHour * PerMillijoule;

    /// <summary>What so much power over so much time costs; times are whole milliseconds.</summary>
    public Int128 Cost(int watts, TimeSpan time) =>
        (Int128)watts * (time.Ticks / TimeSpan.TicksPerMillisecond) * PerMillijoule;

    /// <summary>Whole or begun units.</summary>
    public Int128 Begun(Int128 raw) => (raw + PerUnit - 1) / PerUnit;
}

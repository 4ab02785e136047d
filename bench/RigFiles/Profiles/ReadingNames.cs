using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>Readings a short code may ask for, by the names people use in a profile file.</summary>
internal static class ReadingNames
{
    public static IReadOnlyDictionary<string, Reading> All { get; } = new Dictionary<string, Reading>
    {
        ["meter number"] = Reading.MeterNumber,
        ["credit"] = Reading.Credit,
        ["total energy"] = Reading.TotalEnergy,
        ["power"] = Reading.Power,
        ["power limit"] = Reading.PowerLimit,
        ["load switch"] = Reading.LoadSwitch,
        ["key revision"] = Reading.KeyRevision,
        ["key revision and type"] = Reading.KeyRevisionAndType,
        ["key expiry"] = Reading.KeyExpiry,
        ["supply group"] = Reading.SupplyGroup,
        ["tariff index"] = Reading.TariffIndex,
        ["last result"] = Reading.LastResult,
        ["tamper"] = Reading.Tamper,
        ["software"] = Reading.Software,
        ["voltage"] = Reading.Voltage,
        ["switch operations"] = Reading.SwitchOperations,
        ["over-voltages"] = Reading.OverVoltages,
        ["under-voltages"] = Reading.UnderVoltages,
        ["overloads"] = Reading.Overloads,
        ["cover openings"] = Reading.CoverOpenings,
        ["switch failures"] = Reading.SwitchFailures,
        ["owed credit"] = Reading.Owed,
    };
}

using HilBench.Meter;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Benchmarks;

/// <summary>A running meter of the default world, on pins or on the model alone, and tokens for it.</summary>
internal static class BenchMeter
{
    public static IMeterRig OnPins(ulong seed) =>
        Started(new VirtualRig(new VirtualRigSettings(), MeterProfile.Generic, StaTables.Sample, seed));

    public static IMeterRig ModelAlone() =>
        Started(new ModelRig(MeterProfile.Generic, StaTables.Sample, new PressTiming()));

    /// <summary>Credit tokens of 100 kWh, one a week from the beginning of the default world on.</summary>
    public static IReadOnlyList<TokenNumber> WeeklyTokens(int weeks)
    {
        var station = new VendingStation(StaTables.Sample, seed: 1);
        var energy = EnergyAmount.FromKwh(100);
        return [.. Enumerable.Range(0, weeks)
            .Select(week => station.Credit(Description.Key, energy, Bench.Begins.AddDays(7 * week)).Number)];
    }

    /// <summary>Base date 2014, so that a year of tokens does not run out of TIDs.</summary>
    private static MeterDescription Description { get; } = new()
    {
        BaseDate = BaseDate.Year2014,
        Credit = EnergyAmount.FromKwh(500),
    };

    private static IMeterRig Started(IMeterRig rig)
    {
        rig.Manufacture(Description.AsMade(new VendingStation(StaTables.Sample, seed: 1), rig.Profile));
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
        return rig;
    }
}

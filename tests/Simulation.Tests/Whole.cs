using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Simulation.Trials;

namespace HilBench.Simulation.Tests;

/// <summary>The shipped profiles, and the meter as it is.</summary>
internal static class Whole
{
    public static IReadOnlyList<MeterProfile> Profiles { get; } = [.. ProfileFiles.Names.Select(ProfileFiles.Load)];

    public static MeterProfile Profile(string name) => Profiles.Single(profile => profile.Name == name);

    public static IFirmware Model(MeterProfile profile) => new ModelFirmware(profile);
}

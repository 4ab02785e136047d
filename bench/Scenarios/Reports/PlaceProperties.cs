using System.Globalization;
using HilBench.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Reports;

/// <summary>Where a scenario ran, as a CI server reads it.</summary>
internal static class PlaceProperties
{
    /// <summary>Names and values of what is known.</summary>
    public static IEnumerable<(string Name, string Value)> Of(RunPlace? place)
    {
        if (place is null) yield break;
        if (place.Bench.Length > 0)
        {
            yield return (RigLabels.Bench, place.Bench);
            yield return ("rig", place.Rig);
        }

        if (place.Model is { } model) yield return (RigLabels.Model, model);
        if (place.Serial is { } serial) yield return (RigLabels.Serial, serial);
        if (place.Firmware is { } firmware) yield return (RigLabels.Firmware, firmware);
        if (place.Attempt > 1) yield return ("attempt", place.Attempt.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A line for each attempt that came to nothing.</summary>
    public static IEnumerable<string> LostAttempts(RunPlace? place) =>
        place?.Lost.Select((why, at) => Printable.Line($"attempt {at + 1} came to nothing: {why}")) ?? [];
}

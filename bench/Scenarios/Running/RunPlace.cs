using HilBench.Roles;

namespace HilBench.Scenarios.Running;

/// <summary>Where a scenario ran, and on which meter.</summary>
/// <param name="Bench">The name of the bench in its lab; empty for this machine, when nobody has named it.</param>
/// <param name="Rig">The rig of that bench.</param>
public sealed record RunPlace(string Bench, string Rig)
{
    /// <summary>The make and type of its meter; null when nobody said.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number of its meter; null when nobody said.</summary>
    public string? Serial { get; init; }

    /// <summary>The firmware of its meter; null when nobody said.</summary>
    public string? Firmware { get; init; }

    /// <summary>Which attempt reached the verdict, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Why the attempts before came to nothing, one line each, oldest first.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>As the labels of a rig say; null when they name neither a bench nor a meter.</summary>
    public static RunPlace? Of(RigPlan plan)
    {
        var place = new RunPlace(plan.Labels.GetValueOrDefault(RigLabels.Bench, ""), plan.Name)
        {
            Model = plan.Labels.GetValueOrDefault(RigLabels.Model),
            Serial = plan.Labels.GetValueOrDefault(RigLabels.Serial),
            Firmware = plan.Labels.GetValueOrDefault(RigLabels.Firmware),
        };
        return place.Bench.Length == 0 && place.Meter.Length == 0 ? null : place;
    }

    /// <summary>The meter in a few words, such as <c>clou 1.2.3, serial 0417</c>; empty when nobody said.</summary>
    public string Meter => RigLabels.MeterOf(Model, Serial, Firmware);

    /// <summary>All of it, in one line.</summary>
    public string InWords
    {
        get
        {
            var where = Bench.Length == 0 ? $"ran on rig {Rig}" : $"ran on {Bench}: rig {Rig}";
            var meter = Meter.Length == 0 ? "" : $", {Meter}";
            var attempt = Attempt == 1 && Lost.Count == 0 ? "" : $"; attempt {Attempt}";
            var lost = Lost.Count == 0 ? "" : $": {string.Join("; ", Lost)}";
            return Printable.Line(where + meter + attempt + lost);
        }
    }
}

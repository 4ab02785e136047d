namespace HilBench.Scenarios.Running;

/// <summary>Where in a lab a scenario ran.</summary>
/// <param name="Bench">The name of the bench in its lab.</param>
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
}

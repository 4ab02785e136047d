namespace HilBench.Lab.Told;

/// <summary>What a bench tells the lab of itself, again and again for as long as it lives.</summary>
public sealed record BenchCard
{
    public string Name { get; init; } = "";

    /// <summary>One for each start of the program: a bench that was started anew is another.</summary>
    public string Session { get; init; } = "";

    /// <summary>The machine.</summary>
    public string Host { get; init; } = "";

    /// <summary>The name of the rig.</summary>
    public string Rig { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The name of the meter's profile.</summary>
    public string Profile { get; init; } = "";

    public bool IsVirtual { get; init; }

    /// <summary>What steps may ask for.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What it is not meant to have: a scenario that lacks nothing else is left out of a run.</summary>
    public IReadOnlyList<string> LeavesOut { get; init; } = [];

    /// <summary>What a verdict of this rig does not prove; null when nothing is left open.</summary>
    public string? Caveat { get; init; }

    /// <summary>model, serial, firmware, and what a lab calls its benches by.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The program and its steps: scenarios of one run see one.</summary>
    public string Build { get; init; } = "";

    /// <summary>Whose work it takes; empty = anybody's whom the broker lets in.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>Why nothing can run on it, in one line; null when it is well.</summary>
    public string? Broken { get; init; }

    /// <summary>The run it works for now; null when it does nothing.</summary>
    public string? Run { get; init; }

    /// <summary>The title of the scenario that runs; null when none does.</summary>
    public string? Scenario { get; init; }

    /// <summary>The highest number of a lease it has seen.</summary>
    public long Fence { get; init; }

    /// <summary>It has left properly.</summary>
    public bool HasLeft { get; init; }

    /// <summary>A label; empty when there is none of that name.</summary>
    public string Label(string name) => Labels.GetValueOrDefault(name, "");

    /// <summary>Equal for benches that hold equal meters.</summary>
    public string Meter => string.Join(
        ' ', ((string[])[Profile, Label("model"), Label("firmware")]).Where(word => word.Length > 0));
}

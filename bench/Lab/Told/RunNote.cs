namespace HilBench.Lab.Told;

/// <summary>A run that waits for benches or goes on, as its coordinator tells the lab again and again.</summary>
public sealed record RunNote
{
    /// <summary>
    /// One for each start of a coordinator: the notes of two differ, so neither takes that of the other for its own.
    /// </summary>
    public string Session { get; init; } = "";

    public string Host { get; init; } = "";

    /// <summary>What it runs, in words.</summary>
    public string What { get; init; } = "";

    /// <summary>0 to 9; the greater the sooner.</summary>
    public int Priority { get; init; }

    /// <summary>Since when it wants benches, by the broker's clock.</summary>
    public DateTime Since { get; init; }

    /// <summary>The benches it could still use.</summary>
    public IReadOnlyList<string> Wants { get; init; } = [];

    /// <summary>The benches it has.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    public int Scenarios { get; init; }

    public int Done { get; init; }

    /// <summary>Tells whether a coordinator that takes the run over has the same scenarios, seed and build.</summary>
    public string Digest { get; init; } = "";

    /// <summary>It has come to its end.</summary>
    public bool HasEnded { get; init; }

    /// <summary>It comes before another where both want the same bench.</summary>
    public bool IsBefore(RunNote other, string key, string otherKey) =>
        Priority != other.Priority ? Priority > other.Priority
        : Since != other.Since ? Since < other.Since
        : string.CompareOrdinal(key, otherKey) < 0;
}

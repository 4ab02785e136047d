namespace HilBench.TestKit.Vectors;

/// <summary>What every case has: a name to find it again, a kind, and where it comes from.</summary>
public abstract record VectorCase
{
    /// <summary>"S0001", or file and number for files without ids.</summary>
    public string Id { get; init; } = "";

    public required string Kind { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public string? Expect { get; init; }

    /// <summary>"sample" where EA07 is used.</summary>
    public string? StaTables { get; init; }

    public sealed override string ToString() => Id;
}

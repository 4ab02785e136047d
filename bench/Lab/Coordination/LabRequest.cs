namespace HilBench.Lab.Coordination;

/// <summary>On which rigs of a lab a run is to be carried out, and how.</summary>
public sealed record LabRequest
{
    /// <summary>The priority of a run that names none.</summary>
    public const int UsualPriority = 5;

    /// <summary>Which rigs; null = any.</summary>
    public RigExpression? On { get; init; }

    /// <summary>How many at most.</summary>
    public int Rigs { get; init; } = int.MaxValue;

    /// <summary>Rigs with meters that are not equal may share the scenarios.</summary>
    public bool Mix { get; init; }

    /// <summary>What the history calls the rig; null = lab, and the meter that its rigs hold.</summary>
    public string? Name { get; init; }

    /// <summary>0 to 9; the greater the sooner.</summary>
    public int Priority { get; init; } = UsualPriority;

    /// <summary>How often a scenario is tried when a bench is lost or its rig is at fault.</summary>
    public int MostAttempts { get; init; } = 3;

    /// <summary>The key of a run whose coordinator is gone, to be gone on with; null for a new one.</summary>
    public string? Resume { get; init; }

    /// <summary>What it runs, in words, for others in the lab.</summary>
    public string What { get; init; } = "";

    /// <summary>The build that the benches must have.</summary>
    public required string Build { get; init; }
}

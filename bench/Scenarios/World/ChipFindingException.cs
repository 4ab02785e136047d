namespace HilBench.Scenarios.World;

/// <summary>The firmware misused a chip; on silicon the same code might work on some days and not on others.</summary>
public sealed class ChipFindingException(IReadOnlyList<string> findings)
    : Exception($"the meter's firmware misused a chip: {findings[0]}"
        + (findings.Count > 1 ? $" (and {findings.Count - 1} more)" : ""));

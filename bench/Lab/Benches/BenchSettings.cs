using System.Reflection;
using HilBench.Roles;

namespace HilBench.Lab.Benches;

/// <summary>A bench as it joins a lab.</summary>
public sealed record BenchSettings
{
    /// <summary>What the lab calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Its rig.</summary>
    public required RigPlan Plan { get; init; }

    /// <summary>model, serial, firmware, and what a lab calls its benches by.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Step assemblies of the lab that are on this machine.</summary>
    public IReadOnlyList<Assembly> Steps { get; init; } = [];

    /// <summary>The program and its steps.</summary>
    public required string Build { get; init; }

    /// <summary>Whose work it takes; empty = anybody's whom the broker lets in.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>The file of what it has run.</summary>
    public required string Ledger { get; init; }

    /// <summary>Looks at the rig: why nothing can run on it, in one line, or null.</summary>
    public required Func<CancellationToken, string?> Health { get; init; }

    /// <summary>Who stands beside it, for rigs that need a person.</summary>
    public IOperator? Operator { get; init; }

    /// <summary>Told in one line what a person at the bench should know.</summary>
    public required Action<string> Tell { get; init; }
}

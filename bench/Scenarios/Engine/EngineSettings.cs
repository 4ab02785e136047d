using System.Reflection;

namespace HilBench.Scenarios.Engine;

/// <summary>What a run wants of the engine.</summary>
public sealed record EngineSettings
{
    /// <summary>Assemblies with steps, hooks and transformations; the first is the bench's own.</summary>
    public required IReadOnlyList<Assembly> Assemblies { get; init; }

    /// <summary>Only these classes of the assemblies; null = all.</summary>
    public IReadOnlyCollection<Type>? Only { get; init; }
}

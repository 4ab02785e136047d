namespace HilBench.Scenarios.Engine;

/// <summary>Ends the hooks that stand at the beginning of a run and of a feature, where no scenario is yet.</summary>
internal sealed class EngineStop
{
    public CancellationToken Token { get; set; }
}

namespace HilBench.Scenarios.World;

/// <summary>How many codes a key change comes in.</summary>
public enum SetSize
{
    Two = 2,
    Three = 3,
    Four = 4,
}

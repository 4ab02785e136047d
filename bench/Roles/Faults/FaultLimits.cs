namespace HilBench.Roles;

/// <summary>How far faults go: the same in a sentence and in a rig file.</summary>
public static class FaultLimits
{
    public const int LastWire = 8;
    public const int LongestBounceMs = 1_000;
    public const int LongestDipMs = 60_000;
    public const int MostSagVolts = 500;
    public const int LongestStandMs = 86_400_000;
    public const int MostTimes = 1_000;
    public const int SlowestKiloHertz = 100;
    public const int FastestKiloHertz = 500;
}

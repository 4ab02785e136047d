namespace HilBench.Scenarios;

/// <summary>
/// Everything random in one scenario comes from this. It follows from the seed of the run and the scenario's own place,
/// not from the order of the run, so a red scenario replays alone.
/// </summary>
public sealed record ScenarioSeed(ulong Value)
{
    private const ulong FnvPrime = 1099511628211;
    private const ulong FnvBasis = 14695981039346656037;

    /// <summary>The file counts by its name only: the same scenario has the same seed from any folder.</summary>
    public static ScenarioSeed For(ulong runSeed, string file, int line) =>
        For(runSeed, $"{Path.GetFileName(file)}:{line}");

    /// <param name="runSeed">The seed of the run.</param>
    /// <param name="name">What tells the scenario from all others.</param>
    public static ScenarioSeed For(ulong runSeed, string name)
    {
        unchecked
        {
            var hash = FnvBasis;
            foreach (var character in name) hash = (hash ^ character) * FnvPrime;
            return new ScenarioSeed(Mixed(hash + (runSeed * 0x9E3779B97F4A7C15)));
        }
    }

    /// <summary>The finaliser of SplitMix64: neighbours in, strangers out.</summary>
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}

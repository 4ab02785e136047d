using HilBench.Lab.Bus;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Told;

/// <summary>How an attempt at a scenario ended, as the bench has written it into its ledger.</summary>
public sealed record Delivered
{
    public string Bench { get; init; } = "";

    public int Attempt { get; init; } = 1;

    public Verdict Verdict { get; init; }

    /// <summary>Why it came to nothing, in one line; null for a verdict that counts.</summary>
    public string? Lost { get; init; }

    /// <summary>Why nothing more can run on that rig, in one line; null when it is well.</summary>
    public string? Broken { get; init; }

    /// <summary>All there is to it; null when the bench knows no more than <see cref="Lost"/>.</summary>
    public Parcel? Result { get; init; }

    /// <summary>The key of the verdict: it is created once and never replaced.</summary>
    public static string VerdictKey(string run, int scenario) => $"{run}.v{scenario}";

    /// <summary>The key of an attempt that came to nothing.</summary>
    public static string LostKey(string run, int scenario, int attempt) => $"{run}.f{scenario}-{attempt}";
}

namespace HilBench.Scenarios.World;

/// <summary>How often the mains fails in one sentence.</summary>
public readonly record struct CutCount(int Value)
{
    public const int Most = 100_000;

    public static CutCount Of(string count) =>
        new((int)WholeNumber.Within(count, 1, Most, range => $"the mains fails {range} times in one step"));
}

namespace HilBench.Recording.Looking.Waves;

/// <summary>The level of a wire. Every time is an edge.</summary>
public sealed class LevelLane : WaveLane
{
    private readonly bool _startsHigh;

    internal LevelLane(WaveKind kind, string name, bool startsHigh, ArraySegment<TimeSpan> edges)
        : base(kind, name, edges) => _startsHigh = startsHigh;

    /// <summary>At an edge, the level after it.</summary>
    public bool IsHighAt(TimeSpan at) => IsHighAfter(FirstAfter(at));

    /// <summary>After so many of its edges.</summary>
    internal bool IsHighAfter(int edges) => _startsHigh ^ (edges % 2 != 0);

    internal override (string Text, TimeSpan? Since)? ValueAt(TimeSpan at)
    {
        var edges = FirstAfter(at);
        return (IsHighAfter(edges) ? "1" : "0", edges > 0 ? Times[edges - 1] : null);
    }
}

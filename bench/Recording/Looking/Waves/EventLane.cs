namespace HilBench.Recording.Looking.Waves;

/// <summary>What has no levels: bytes, pictures, inputs and effects.</summary>
public sealed class EventLane : WaveLane
{
    private readonly ArraySegment<object> _contents;

    internal EventLane(WaveKind kind, string name, ArraySegment<TimeSpan> times, ArraySegment<object> contents)
        : base(kind, name, times) => _contents = contents;

    /// <summary>One lasts until the next; else it is a moment.</summary>
    public bool IsLasting => Kind is WaveKind.Glass or WaveKind.Step;

    /// <summary>In words; they are only looked for when somebody looks.</summary>
    internal string TextOf(int one) => WaveText.Of(_contents[one], Kind);

    internal object ContentOf(int one) => _contents[one];

    internal override (string Text, TimeSpan? Since)? ValueAt(TimeSpan at) =>
        FirstAfter(at) is var count and > 0 ? (TextOf(count - 1), Times[count - 1]) : null;
}

namespace HilBench.Recording.Looking.Waves;

/// <summary>One lane of a reel: when something happened on it. It never changes.</summary>
public abstract class WaveLane
{
    private protected WaveLane(WaveKind kind, string name, ArraySegment<TimeSpan> times) =>
        (Kind, Name, Times) = (kind, name, times);

    public WaveKind Kind { get; }

    /// <summary>Of a wire or a line its name; else that of the kind.</summary>
    public string Name { get; }

    /// <summary>Names this lane in every reel of the same rig.</summary>
    public string Id => $"{Kind}:{Name}";

    /// <summary>Nothing of it is in the reel.</summary>
    public bool IsStill => Times.Count == 0;

    /// <summary>Edges or events, in order; several can have one time.</summary>
    internal ArraySegment<TimeSpan> Times { get; }

    /// <summary>The first edge or event after this time; null when there is none.</summary>
    public TimeSpan? Next(TimeSpan after) => FirstAfter(after) is var at && at < Times.Count ? Times[at] : null;

    /// <summary>The last edge or event before this time; null when there is none.</summary>
    public TimeSpan? Previous(TimeSpan before) => FirstFrom(before) is var at and > 0 ? Times[at - 1] : null;

    /// <summary>What is read at a time in the reel, and since when; null when nothing was there yet.</summary>
    internal abstract (string Text, TimeSpan? Since)? ValueAt(TimeSpan at);

    /// <summary>How many are at this time or before it.</summary>
    internal int FirstAfter(TimeSpan at) => ~Times.AsSpan().BinarySearch(new Bound(at, IsAfter: true));

    /// <summary>How many are before this time.</summary>
    internal int FirstFrom(TimeSpan at) => ~Times.AsSpan().BinarySearch(new Bound(at, IsAfter: false));

    /// <summary>A place between two times: it is equal to none, so the search ends at the edge of equal ones.</summary>
    private readonly record struct Bound(TimeSpan At, bool IsAfter) : IComparable<TimeSpan>
    {
        public int CompareTo(TimeSpan other) => At == other ? (IsAfter ? 1 : -1) : At.CompareTo(other);
    }
}

namespace HilBench.Rig.Virtual;

/// <summary>A real line on which the other part of a split meter is; the bench's time keeps pace with it.</summary>
public interface IOutsideLine : IDisposable
{
    string Name { get; }

    /// <summary>Takes what has come.</summary>
    Action<byte[]> Arrived { get; set; }

    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Returns when <paramref name="moment"/> has come, or before, when something has come from the other part.
    /// </summary>
    /// <returns>The moment that has come; not after the one asked for.</returns>
    TimeSpan Await(TimeSpan moment);

    /// <summary>Hands over what has come; the bench's time is what <see cref="Await"/> said.</summary>
    void HandOver();
}

/// <summary>Which parts of a split meter are ours.</summary>
public enum OurPart
{
    Both,
    KeypadUnit,
    MeasuringUnit,
}

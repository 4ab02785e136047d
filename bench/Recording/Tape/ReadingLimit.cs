namespace HilBench.Recording;

/// <summary>How much of a file is unpacked: a small one can hold very much that is all alike.</summary>
internal sealed class ReadingLimit(long eventBytes, long wireBytes)
{
    private long _eventBytes = eventBytes;
    private long _wireBytes = wireBytes;

    /// <summary>For files of people who may have made them by hand: twice what a recorder keeps of wires.</summary>
    public static ReadingLimit OfStrangers => new(eventBytes: 64L << 20, wireBytes: 16L << 20);

    public static ReadingLimit None => new(long.MaxValue, long.MaxValue);

    /// <exception cref="InvalidDataException">It is too much.</exception>
    public void Take(BlockKind kind, int bytes)
    {
        if (kind == BlockKind.Wires) _wireBytes -= bytes;
        else _eventBytes -= bytes;
        if (_wireBytes < 0 || _eventBytes < 0) throw new InvalidDataException("it holds too much");
    }
}

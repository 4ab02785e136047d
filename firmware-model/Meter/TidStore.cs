using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// The TIDs the meter remembers, so that a token counts once and an old one never (docs/sts.md). Below the smallest
/// is old, stored is used, a gap is taken. A full store makes room by forgetting its smallest. While it still has free
/// places nothing is forgotten: what is old then is what lay below the store when it was set, which after a rollover
/// (RO=1) is nothing, so that two tokens bought after it may be typed in either order.
/// </summary>
public sealed class TidStore : IEquatable<TidStore>
{
    /// <summary>
    /// Ascending; a TID may stand there more than once (as made, all places hold the manufacturing date).
    /// </summary>
    private readonly int[] _entries;

    private TidStore(int capacity, int floor, int[] entries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Length, capacity);
        Capacity = capacity;
        Floor = floor;
        _entries = entries;
    }

    public int Capacity { get; }

    /// <summary>TIDs below this are old, whatever the entries; 0 = nothing is.</summary>
    public int Floor { get; }

    /// <summary>
    /// A full store forgets its smallest with the next token, so what lies below that is old already: taken, it would
    /// push out a token that could then be used again.
    /// </summary>
    private int OldBelow => IsFull ? _entries[0] : Floor;

    private bool IsFull => _entries.Length == Capacity;

    public ReadOnlySpan<int> Entries => _entries;

    /// <summary>Nothing is old and nothing is used: the store after a key change with RO=1.</summary>
    public static TidStore Empty(int capacity) => new(capacity, 0, []);

    /// <summary>The store as made: every place holds the TID of the manufacturing date.</summary>
    public static TidStore AsMade(int capacity, TokenIdentifier manufactured)
    {
        var entries = new int[capacity];
        Array.Fill(entries, manufactured.Value);
        return new TidStore(capacity, manufactured.Value, entries);
    }

    /// <summary>The whole store, given: what lies below its smallest is old, free places are free.</summary>
    public static TidStore Holding(int capacity, params ReadOnlySpan<int> tids)
    {
        var entries = tids.ToArray();
        Array.Sort(entries);
        return new TidStore(Math.Max(capacity, entries.Length), entries.Length == 0 ? 0 : entries[0], entries);
    }

    /// <summary>The store as a record kept it.</summary>
    public static TidStore Restore(int capacity, int floor, int[] ascending) => new(capacity, floor, ascending);

    public TidVerdict Judge(TokenIdentifier tid)
    {
        if (tid.Value < OldBelow) return TidVerdict.Old;
        return Array.BinarySearch(_entries, tid.Value) >= 0 ? TidVerdict.Used : TidVerdict.Fresh;
    }

    /// <summary>The store with one more TID in it, the smallest forgotten when it was full.</summary>
    public TidStore With(TokenIdentifier tid)
    {
        var full = IsFull;
        var kept = full ? _entries.AsSpan(1) : _entries;
        var entries = new int[kept.Length + 1];
        var at = 0;
        while (at < kept.Length && kept[at] <= tid.Value) at++;
        kept[..at].CopyTo(entries);
        entries[at] = tid.Value;
        kept[at..].CopyTo(entries.AsSpan(at + 1));
        return new TidStore(Capacity, full ? entries[0] : Floor, entries);
    }

    public bool Equals(TidStore? other) =>
        other is not null && Capacity == other.Capacity && Floor == other.Floor && Entries.SequenceEqual(other.Entries);

    public override bool Equals(object? obj) => Equals(obj as TidStore);

    public override int GetHashCode() => HashCode.Combine(Capacity, Floor, _entries.Length);

    public override string ToString() => $"{_entries.Length} of {Capacity} TIDs, old below {Floor}";
}

public enum TidVerdict
{
    Fresh,
    Used,
    Old,
}

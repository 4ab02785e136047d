namespace HilBench.Chips;

/// <summary>
/// Events of one moment happen in the order in which they were scheduled; only so does a seed replay.
/// </summary>
internal readonly record struct EventOrder(long DueTicks, long Sequence) : IComparable<EventOrder>
{
    public int CompareTo(EventOrder other)
    {
        int byTime = DueTicks.CompareTo(other.DueTicks);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }
}

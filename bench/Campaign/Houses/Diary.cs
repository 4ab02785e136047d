namespace HilBench.Campaign.Houses;

/// <summary>What may happen in a house next.</summary>
internal enum Happening
{
    Ready,
    Buys,
    Sms,
    Types,
    Answered,
    Visited,
    Dark,
    Returns,
    ComesForward,
}

/// <summary>What is to happen in one house and when. A day on which nothing does costs nothing.</summary>
internal sealed class Diary
{
    private readonly List<Entry> _entries = new(16);

    /// <param name="at">Seconds since the plan began.</param>
    /// <param name="what">What happens.</param>
    /// <param name="detail">Anything the happening wants to know.</param>
    public void Add(long at, Happening what, int detail = 0) => _entries.Add(new Entry(at, what, detail));

    /// <summary>The same, unless it is to happen earlier already.</summary>
    public void Bring(long at, Happening what)
    {
        if (_entries.Exists(entry => entry.What == what && entry.At <= at)) return;
        Cancel(what);
        Add(at, what);
    }

    /// <summary>Takes away what has not happened yet.</summary>
    public void Cancel(Happening what) => _entries.RemoveAll(entry => entry.What == what);

    public bool Has(Happening what) => _entries.Exists(entry => entry.What == what);

    /// <summary>The earliest; of several at once the one that was written down first.</summary>
    public bool TakeNext(long until, out Entry next)
    {
        var first = -1;
        for (var i = 0; i < _entries.Count; i++)
        {
            if (first < 0 || _entries[i].At < _entries[first].At) first = i;
        }

        next = first < 0 ? default : _entries[first];
        if (first < 0 || next.At >= until) return false;
        _entries.RemoveAt(first);
        return true;
    }

    internal readonly record struct Entry(long At, Happening What, int Detail);
}

namespace HilBench.Chips;

/// <summary>Which way current can flow through a closed contact.</summary>
public enum ContactFlow
{
    /// <summary>A bare contact joins both wires into one.</summary>
    Both,

    /// <summary>A diode, anode at the first wire: a low second wire pulls the first low, never the other way.</summary>
    FirstToSecond,

    /// <summary>A diode, anode at the second wire.</summary>
    SecondToFirst,
}

/// <summary>
/// A contact between two pins of a header: a key, a relay, an opto-coupler. No resistance when closed.
/// </summary>
public sealed class Contact
{
    private readonly PinHeader _header;

    internal Contact(PinHeader header, int first, int second, ContactFlow flow)
    {
        _header = header;
        First = first;
        Second = second;
        Flow = flow;
    }

    public int First { get; }

    public int Second { get; }

    public ContactFlow Flow { get; }

    public bool IsClosed { get; private set; }

    public void Close() => Set(true);

    public void Open() => Set(false);

    private void Set(bool closed)
    {
        if (IsClosed == closed) return;
        IsClosed = closed;
        _header.ContactChanged(this);
    }
}

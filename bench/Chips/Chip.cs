namespace HilBench.Chips;

/// <summary>
/// What every emulated chip has in common. Three things stay apart: <b>power-on</b> happens with the board's supply,
/// <b>reset</b> brings the registers back without touching what the chip keeps without power, and a <b>peek</b> is the
/// eye of a test: it never changes anything.
/// </summary>
public abstract class Chip
{
    protected Chip(CircuitBoard board, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Board = board;
        Name = name;
        board.Power.Failed += PowerOff;
        board.Power.Restored += PowerOn;
    }

    public string Name { get; }

    protected CircuitBoard Board { get; }

    protected bool IsPowered => Board.Power.IsOn;

    /// <summary>Registers as after power-on; memory that needs no supply stays.</summary>
    public abstract void Reset();

    /// <summary>Peek: the whole visible state in one printable text, for failure messages and comparisons.</summary>
    public abstract string Describe();

    /// <summary>The supply came up. Runs for the first time only when the supply has failed before.</summary>
    protected abstract void PowerOn();

    /// <summary>The supply is gone.</summary>
    protected abstract void PowerOff();

    protected void Report(string what, string rule) =>
        Board.Findings.Add(new ChipFinding(Name, Board.Time.Now, what, rule));
}

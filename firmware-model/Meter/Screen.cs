namespace HilBench.Meter;

/// <summary>What the display is about. The text follows from it and the registers (<see cref="Screens"/>).</summary>
public abstract record Screen
{
    private Screen()
    {
    }

    /// <summary>When this screen gives way to the next; null = it stays.</summary>
    public virtual MeterTime? Until => null;

    /// <summary>No power, nothing to read.</summary>
    public sealed record Dark : Screen;

    /// <summary>The credit, until somebody presses a key.</summary>
    public sealed record Idle : Screen;

    /// <summary>The digits typed so far.</summary>
    public sealed record Entering : Screen;

    /// <summary>The answer to a token; <paramref name="Named"/> is the code a half-done key change speaks of.</summary>
    public sealed record Answered(ResultCode Code, KeyChangeSection? Named, MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>One page for each test of a test token; the lowest bit of the mask is on the glass now.</summary>
    public sealed record Readout(ulong Tests, MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>Not twenty digits: cleared, and no harm done.</summary>
    public sealed record Incomplete(MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>The credit under its name, after an answer.</summary>
    public sealed record Credit(MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>A key that never came back up.</summary>
    public sealed record KeypadFault(char Key, MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>The store cannot be trusted: the meter says so and does nothing else.</summary>
    public sealed record MemoryFault : Screen;
}

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

    /// <summary>The digits, or the short code, typed so far.</summary>
    public sealed record Entering : Screen;

    /// <summary>The meter works on these digits and hears no key.</summary>
    public sealed record Working(string Digits, MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>
    /// The answer to a token. <paramref name="Named"/> is the code a half-done key change speaks of;
    /// <paramref name="TestsNext"/> are the tests whose answers come after it, where one line has no room for both.
    /// </summary>
    public sealed record Answered(ResultCode Code, KeyChangeSection? Named, MeterTime Ends, ulong TestsNext = 0)
        : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>A refusal that blinks: lit or dark until the next turn, and at last blank.</summary>
    public sealed record Blinking(ResultCode Code, bool IsLit, MeterTime Turns, MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Turns < Ends ? Turns : Ends;
    }

    /// <summary>The dark pause after a refusal has blinked.</summary>
    public sealed record Blank(MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>A test token's answers, one after the other; the lowest test of the mask is on the glass now.</summary>
    public sealed record Readout(ulong Tests, MeterTime Ends) : Screen
    {
        public override MeterTime? Until => Ends;
    }

    /// <summary>The answer to a short code.</summary>
    public sealed record CodeAnswered(ShortCode Asked, MeterTime Ends) : Screen
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

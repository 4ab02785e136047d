using HilBench.Tokens;

namespace HilBench.Simulation.Events;

/// <summary>
/// One thing that happens in a life. It says what somebody does and nothing of what the meter is by then, so that a
/// life from which events are taken is still a life.
/// </summary>
public abstract record LifeEvent
{
    private LifeEvent()
    {
    }

    /// <summary>A token bought now and typed: credit in units, or what the utility sends.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Value">Units of credit, watts of a limit; else 0.</param>
    /// <param name="KeysAhead">0 = under the meter's key, 1 = under the next one, which the meter has not yet.</param>
    public sealed record Buys(TokenKind Kind, long Value, int KeysAhead = 0) : LifeEvent;

    /// <summary>A token typed before, typed again; 0 is the newest.</summary>
    public sealed record TypesAgain(int Back) : LifeEvent;

    /// <summary>The newest token with one digit wrong.</summary>
    public sealed record Mistypes(int Digit) : LifeEvent;

    /// <summary>A token of the neighbour's meter.</summary>
    public sealed record TypesNeighbours(long Units) : LifeEvent;

    /// <summary>Code 1 or 2 of the set to the next key.</summary>
    public sealed record TypesCode(int Code) : LifeEvent;

    /// <summary>The power fails while the memory is written for this event, and returns.</summary>
    /// <param name="What">A token, of whichever kind.</param>
    /// <param name="Place">Where in the write, of 1000.</param>
    public sealed record CutInSave(LifeEvent What, int Place) : LifeEvent;

    public sealed record Waits(int Seconds) : LifeEvent;

    public sealed record Draws(Watts Power, int Seconds) : LifeEvent;

    /// <summary>The house draws for so long, then the mains fails, and returns later.</summary>
    public sealed record Cut(Watts Power, int Seconds, bool IsWarned, int OffSeconds) : LifeEvent;

    public sealed record OpensCover : LifeEvent;
}

/// <summary>What a token is for.</summary>
public enum TokenKind
{
    Credit,
    ClearCredit,
    ClearTamper,
    PowerLimit,
}

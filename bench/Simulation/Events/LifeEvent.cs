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
    /// <param name="IsLate">Sold some years later, when the newest key of the life has expired.</param>
    public sealed record Buys(TokenKind Kind, long Value, int KeysAhead = 0, bool IsLate = false) : LifeEvent;

    /// <summary>A token typed before, typed again; 0 is the newest.</summary>
    public sealed record TypesAgain(int Back) : LifeEvent;

    /// <summary>The newest token with one digit wrong.</summary>
    public sealed record Mistypes(int Digit) : LifeEvent;

    /// <summary>A token of the neighbour's meter.</summary>
    public sealed record TypesNeighbours(long Units) : LifeEvent;

    /// <summary>
    /// A code of the set to the next key: of two, three or four. A code that the set has not is not typed.
    /// </summary>
    /// <param name="Code">1 to 4.</param>
    /// <param name="IsOfRefusedSet">
    /// Code 1 of a set to a common key, which no meter with a keypad may take; its other codes are the same.
    /// </param>
    public sealed record TypesCode(int Code, bool IsOfRefusedSet = false) : LifeEvent;

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

    /// <summary>Money taken off a meter that counts money; the others refuse it.</summary>
    Debit,
    ClearCredit,
    ClearTamper,
    PowerLimit,
}

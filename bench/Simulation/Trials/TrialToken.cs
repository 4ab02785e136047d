using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>Twenty digits of a life, and what whoever made them knows of them.</summary>
/// <param name="Number">The digits.</param>
/// <param name="Key">The key they were made under.</param>
/// <param name="Name">How a message calls it.</param>
internal sealed record TrialToken(TokenNumber Number, MeterKey Key, string Name)
{
    /// <summary>What they are for; null = a code, or nothing at all.</summary>
    public TokenKind? Kind { get; init; }

    /// <summary>The minute they were sold in.</summary>
    public int Tid { get; init; }

    /// <summary>Units of credit, or watts.</summary>
    public Int128 Value { get; init; }

    /// <summary>1 to 4 of a set; 0 = no code.</summary>
    public int Code { get; init; }

    /// <summary>Code 1 of the set that no meter may take.</summary>
    public bool IsOfRefusedSet { get; init; }

    /// <summary>Digits that nobody made: one of them was typed wrong.</summary>
    public bool IsMistyped => Code == 0 && Kind is null;
}

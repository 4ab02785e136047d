using HilBench.Meter;
using HilBench.Simulation.Events;
using HilBench.Tokens;

namespace HilBench.Simulation.Trials;

/// <summary>Twenty digits of a life, and what whoever made them knows of them.</summary>
/// <param name="Number">The digits.</param>
/// <param name="Key">The key they were made under.</param>
/// <param name="Kind">What they are for; null = a code, or nothing at all.</param>
/// <param name="Tid">The minute they were sold in.</param>
/// <param name="Value">Units of credit, or watts.</param>
/// <param name="Code">1 or 2 of a set; 0 = no code.</param>
/// <param name="Name">How the feature calls it.</param>
internal sealed record TrialToken(
    TokenNumber Number, MeterKey Key, TokenKind? Kind, int Tid, Int128 Value, int Code, string Name);

namespace HilBench.Fuzz;

/// <summary>
/// Something that reads input from outside. It may refuse an input in the way it promises; any other exception is a
/// crash.
/// </summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Valid inputs, from which the others are made.</summary>
    IReadOnlyList<string> Seeds { get; }

    /// <summary>Reads one input; true when it was accepted, false when it was refused in the promised way.</summary>
    bool Take(string input);
}

namespace HilBench.Fuzz;

/// <summary>
/// Something that reads what strangers write. It may refuse, in the way its contract says; anything else that it throws
/// is a crash.
/// </summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Good inputs, from which bad ones are bred.</summary>
    IReadOnlyList<string> Seeds { get; }

    /// <summary>Reads one input; true when it was taken, false when it was refused as the contract says.</summary>
    bool Take(string input);
}

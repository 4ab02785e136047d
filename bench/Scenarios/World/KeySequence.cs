namespace HilBench.Scenarios.World;

/// <summary>
/// Keys of the pad in the order they are pressed; blanks are for the eye. Some makers have a key i for questions.
/// </summary>
public readonly record struct KeySequence(string Keys)
{
    private const string OnThePad = "0123456789*#i";

    public static KeySequence Of(string text)
    {
        var keys = text.Replace(" ", "", StringComparison.Ordinal);
        if (keys.Length == 0 || keys.AsSpan().ContainsAnyExcept(OnThePad))
            throw new FormatException($"\"{text}\" has a key that is not on the pad: {OnThePad} are");
        return new KeySequence(keys);
    }
}

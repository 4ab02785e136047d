namespace HilBench.Scenarios.World;

/// <summary>
/// Keys of the pad in the order they are pressed; blanks are for the eye. Some makers have a key i for questions.
/// </summary>
public readonly record struct KeySequence(string Keys)
{
    private const string OnThePad = "0123456789*#i";

    /// <exception cref="FormatException">There is no key, one that no pad has, or too many.</exception>
    public static KeySequence Of(string text)
    {
        var keys = KeyText.WithoutBlanks(text);
        if (keys.Length == 0) throw new FormatException("the text has no key to press: write it like \"1 2 #\"");
        return keys.AsSpan().IndexOfAnyExcept(OnThePad) is >= 0 and var at
            ? throw new FormatException(
                $"a keypad has the keys 0 to 9, *, # and i, not {KeyText.Wrong(text, keys, at)}")
            : new KeySequence(keys);
    }
}

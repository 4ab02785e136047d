namespace HilBench.Scenarios.World;

/// <summary>
/// Digits as a customer reads them from a slip: blanks are for the eye. How many there are is the meter's matter.
/// </summary>
public readonly record struct TypedDigits(string Digits)
{
    /// <exception cref="FormatException">There is no digit, something else, or too many.</exception>
    public static TypedDigits Of(string text)
    {
        var digits = KeyText.WithoutBlanks(text);
        if (digits.Length == 0) throw new FormatException("the text has no digit to key in");
        return digits.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var at
            ? throw new FormatException(
                $"only digits, with blanks between them, can be keyed in, not {KeyText.Wrong(text, digits, at)}")
            : new TypedDigits(digits);
    }
}

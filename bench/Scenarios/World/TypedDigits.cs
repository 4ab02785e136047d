namespace HilBench.Scenarios.World;

/// <summary>
/// Digits as a customer reads them from a slip: blanks are for the eye. How many there are is the meter's matter.
/// </summary>
public readonly record struct TypedDigits(string Digits)
{
    public static TypedDigits Of(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length == 0 || digits.ContainsAnyExceptInRange('0', '9'))
            throw new FormatException($"\"{text}\" cannot be keyed in: digits and blanks can");
        return new TypedDigits(digits);
    }
}

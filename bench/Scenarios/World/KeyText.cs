using System.Globalization;

namespace HilBench.Scenarios.World;

/// <summary>What texts of keys have in common: blanks are for the eye, and there is an end to them.</summary>
internal static class KeyText
{
    /// <summary>A customer types 80 at most; a keypad can be worn in with this many.</summary>
    public const int MostKeys = 10_000;

    /// <exception cref="FormatException">There are too many keys.</exception>
    public static string WithoutBlanks(string text)
    {
        var keys = text.Replace(" ", "", StringComparison.Ordinal);
        return keys.Length <= MostKeys
            ? keys
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"a step presses 1 to {MostKeys:#,0} keys, and this text has {keys.Length:#,0}"));
    }

    /// <summary>The character that is no key, and the text it stands in when that is more, for a message.</summary>
    public static string Wrong(string text, string keys, int at)
    {
        var sign = Printable.Line(StringInfo.GetNextTextElement(keys, at), most: 20);
        return keys.Length == 1 ? $"\"{sign}\"" : $"\"{sign}\" as in \"{Printable.Line(text, most: 60)}\"";
    }
}

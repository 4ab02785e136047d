using HilBench.Scenarios;

namespace HilBench.Runs;

/// <summary>Words of a command that a person can paste into a shell.</summary>
public static class ShellWord
{
    /// <summary>
    /// A path or a name as a shell takes it; characters that would steer a terminal are written out, and a path that
    /// looks like an option is written so that it is none.
    /// </summary>
    public static string Quote(string word)
    {
        if (word.StartsWith('-')) word = "./" + word;
        if (word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-:+=,@".Contains(c))) return word;
        return Printable.Line(word) == word
            ? "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'"
            : "$'" + string.Concat(word.Select(InDollarQuotes)) + "'";
    }

    private static string InDollarQuotes(char character) => character switch
    {
        '\'' or '\\' => $"\\{character}",
        _ when Printable.Line(character.ToString()) == character.ToString() || char.IsSurrogate(character) =>
            character.ToString(),
        _ => $"\\u{(int)character:x4}",
    };
}

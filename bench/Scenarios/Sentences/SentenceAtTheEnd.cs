namespace HilBench.Scenarios.Sentences;

/// <summary>A sentence of the bench that ends a line, and what stands before it there.</summary>
internal sealed record SentenceAtTheEnd(string Before, string Sentence)
{
    /// <summary>What may be a bullet, a keyword in any language or a number; longer openings are cut.</summary>
    private const int MostStarts = 100;

    private const int LongestEnd = 2 * SentenceBook.Longest;

    private static readonly string[] Remarks = [" #", " //", " --", " ("];
    private static readonly string[] Glued = ["given", "when", "then", "and", "but"];

    /// <summary>The longest sentence at the end of a line, a remark or full stop behind it left aside.</summary>
    public static SentenceAtTheEnd? Of(string line, SentenceBook book)
    {
        var plain = OddCharacters.Plain(line.Length <= LongestEnd ? line : line[^LongestEnd..]);
        foreach (var end in Ends(plain))
        {
            foreach (var start in Starts(end).Take(MostStarts))
            {
                if (book.Known(end[start..]) is { } known) return new SentenceAtTheEnd(end[..start], known);
            }
        }

        return null;
    }

    /// <summary>The line, without what may follow the sentence.</summary>
    private static IEnumerable<string> Ends(string line)
    {
        // A full stop would become part of the last word, so the line without it comes first.
        var trimmed = Trimmed(line);
        if (trimmed.Length < line.Length) yield return trimmed;
        yield return line;
        foreach (var remark in Remarks)
        {
            var at = line.IndexOf(remark, StringComparison.Ordinal);
            if (at > 0) yield return Trimmed(line[..at]);
        }
    }

    /// <summary>Where a word begins, also one that is glued to a keyword.</summary>
    private static IEnumerable<int> Starts(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (at == 0 || !IsWord(line[at - 1]) || EndsInKeyword(line.AsSpan(0, at)))
                yield return at;
        }
    }

    private static bool EndsInKeyword(ReadOnlySpan<char> before)
    {
        foreach (var keyword in Glued)
        {
            if (!before.EndsWith(keyword, StringComparison.OrdinalIgnoreCase)) continue;
            if (before.Length == keyword.Length || !IsWord(before[^(keyword.Length + 1)])) return true;
        }

        return false;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character);

    private static string Trimmed(string line)
    {
        var length = line.Length;
        while (length > 0 && !char.IsLetterOrDigit(line[length - 1])) length--;
        return line[..length];
    }
}

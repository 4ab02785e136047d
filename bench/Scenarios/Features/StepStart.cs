using HilBench.Input;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>How exactly the first word of a line is the keyword of a step.</summary>
internal enum Spelling
{
    /// <summary>Letter by letter.</summary>
    Exact,

    /// <summary>But for capitals.</summary>
    OtherCase,

    /// <summary>One slip of the hand away: a letter missing, added, wrong, or two swapped.</summary>
    Slip,
}

/// <summary>The beginning of a line that reads like a step, though Gherkin may not take it for one.</summary>
/// <param name="Keyword">As it should be written.</param>
/// <param name="Kind">Null for And and But.</param>
/// <param name="Spelling">How near the word of the line comes to it.</param>
/// <param name="Word">As it is written.</param>
/// <param name="HasMark">Something stands before the word: a bullet, a number, a quote.</param>
/// <param name="Behind">What stands directly behind the word; null at the end of the line.</param>
/// <param name="Rest">The sentence.</param>
internal sealed record StepStart(
    string Keyword, StepKind? Kind, Spelling Spelling, string Word, bool HasMark, char? Behind, string Rest)
{
    /// <summary>Common words one letter away from a keyword: the sentence behind them decides.</summary>
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "them", "they", "than", "thin", "ten", "give", "gives", "giver", "any", "add", "end", "bit", "bet",
        "put", "cut", "out", "buy", "bus", "hand", "an",
    };

    /// <summary>True for a slip that is a word of its own.</summary>
    public bool IsAnotherWord => Spelling == Spelling.Slip && English.Contains(Word);

    /// <summary>The line as a step.</summary>
    public string AsStep => $"{Keyword} {Rest}";

    public static StepStart? Of(string line, StepKeywords keywords)
    {
        var start = 0;
        while (start < line.Length && !char.IsLetter(line[start])) start++;
        if (start == line.Length) return null;
        var said = line[start..];
        var hasMark = OddCharacters.Plain(line[..start]).Length > 0;
        foreach (var spelling in (Spelling[])[Spelling.Exact, Spelling.OtherCase, Spelling.Slip])
        {
            foreach (var (keyword, kind) in keywords.All)
            {
                if (LengthIn(said, keyword, spelling) is not { } length) continue;
                char? behind = length < said.Length ? said[length] : null;
                var rest = said[length..].TrimStart(Separators).Trim();
                return new StepStart(keyword.Trim(), kind, spelling, said[..length], hasMark, behind, rest);
            }
        }

        return null;
    }

    private static char[] Separators { get; } =
    [
        ' ', '\t', '\u00A0', '\u202F', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u3000', '\uFF1A', ':', ';',
        ',', '.', '-', '\u2013', '\u2014', '_', '=', '>', ')', ']', '}', '|', '/', '*', '`', '\'', '"', '!', '~', '#',
    ];

    /// <summary>How many characters of the text are the keyword; null when they are another word.</summary>
    private static int? LengthIn(string said, string keyword, Spelling spelling)
    {
        var word = keyword.Trim();
        if (spelling == Spelling.Slip) return SlipIn(said, word);
        var comparison = spelling == Spelling.Exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (!said.StartsWith(word, comparison)) return null;
        // In some languages a keyword needs no blank behind it, so a letter may follow.
        var isGlued = !keyword.EndsWith(' ') && spelling == Spelling.Exact;
        return isGlued || said.Length == word.Length || !char.IsLetter(said[word.Length]) ? word.Length : null;
    }

    private static int? SlipIn(string said, string keyword)
    {
        var blanks = keyword.Count(character => character == ' ');
        var length = 0;
        while (length < said.Length && (char.IsLetter(said[length]) || (said[length] == ' ' && blanks-- > 0))) length++;
        if (length == 0 || Math.Abs(length - keyword.Length) > 1) return null;
        var (word, meant) = (said[..length].ToUpperInvariant(), keyword.ToUpperInvariant());
        if (NearestName.Edits(word, meant) > 1) return null;
        // Of three letters, one changed is mostly another word; two swapped or one doubled is a slip.
        return meant.Length > 3 || word.ToHashSet().SetEquals(meant) ? length : null;
    }
}

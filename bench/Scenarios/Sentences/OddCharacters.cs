using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Sentences;

/// <summary>
/// Characters that look like others or like nothing: they come out of word processors, and a sentence with one of them
/// is not the sentence it seems to be.
/// </summary>
internal static partial class OddCharacters
{
    private const string Cyrillic = "аеорсухіѕјһАВЕКМНОРСТХІЅЈ";
    private const string LikeCyrillic = "aeopcyxisjhABEKMHOPCTXISJ";

    private static readonly Dictionary<char, (string Name, string Plain)> Known = new()
    {
        ['\t'] = ("a tab", " "),
        ['\u00A0'] = ("a no-break space", " "),
        ['\u202F'] = ("a narrow no-break space", " "),
        ['\u3000'] = ("a wide space", " "),
        ['\u00AD'] = ("an invisible hyphen", ""),
        ['\u200B'] = ("an invisible space", ""),
        ['\u200C'] = ("an invisible character", ""),
        ['\u200D'] = ("an invisible character", ""),
        ['\u2060'] = ("an invisible character", ""),
        ['\uFEFF'] = ("an invisible byte order mark", ""),
        ['\uFF1A'] = ("a wide colon", ":"),
        ['\uFF0E'] = ("a wide point", "."),
        ['\uFF0C'] = ("a wide comma", ","),
        ['\u201A'] = ("a typographic quote", "'"),
        ['\u2026'] = ("an ellipsis", "..."),
    };

    /// <summary>The first odd character of a text, or null.</summary>
    public static (int At, string Name, string Write)? First(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Of(text[at]) is not { } odd) continue;
            var code = $"U+{(int)text[at]:X4}";
            return (at, $"{odd.Name} ({code})", odd.Plain switch
            {
                "" => "remove it",
                " " => "write an ordinary space",
                "\"" or "'" => "write a straight one",
                _ => $"write {odd.Plain} instead",
            });
        }

        return null;
    }

    /// <summary>What the text seems to say: plain characters, single spaces, none at the ends.</summary>
    public static string Plain(string text)
    {
        if (!text.Any(character => character is < ' ' or > '~') && !text.Contains("  ", StringComparison.Ordinal))
            return text.Trim();
        var plain = new StringBuilder(text.Length);
        foreach (var character in text) plain.Append(Of(character) is { } odd ? odd.Plain : character.ToString());
        return Blanks().Replace(plain.ToString(), " ").Trim();
    }

    private static (string Name, string Plain)? Of(char character)
    {
        if (character is >= ' ' and <= '~') return null;
        if (Known.TryGetValue(character, out var known)) return known;
        var cyrillic = Cyrillic.IndexOf(character, StringComparison.Ordinal);
        if (cyrillic >= 0)
            return ($"a Cyrillic letter that looks like {LikeCyrillic[cyrillic]}", LikeCyrillic[cyrillic].ToString());
        if (character is >= '\uFF10' and <= '\uFF19') return ("a wide digit", ((char)(character - 0xFEE0)).ToString());
        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => ("an unusual space", " "),
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ("a line separator", " "),
            UnicodeCategory.Format => ("an invisible character", ""),
            UnicodeCategory.Control => ("a control character", ""),
            UnicodeCategory.DashPunctuation => ("a typographic dash", "-"),
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation =>
                ("a typographic quote", IsSingle(character) ? "'" : "\""),
            _ => character is '\u201E' or '\u201F' or '\u2033' or '\uFF02' ? ("a typographic quote", "\"")
                : character is '\u2032' or '\uFF07' ? ("a typographic quote", "'")
                : character is '\u2212' ? ("a minus sign that is not on the keyboard", "-")
                : null,
        };
    }

    private static bool IsSingle(char quote) => quote is '\u2018' or '\u2019' or '\u201B' or '\u2039' or '\u203A';

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}

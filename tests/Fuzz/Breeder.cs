using System.Text;

namespace HilBench.Fuzz;

/// <summary>
/// Makes inputs from valid ones, by up to a few random edits each, with pieces that have broken readers before. The
/// same seed gives the same inputs, so a crash can be repeated by its number.
/// </summary>
internal sealed class Breeder(IReadOnlyList<string> seeds, int seed)
{
    private const int MostEdits = 6;
    private const int LongestInput = 20_000;

    private static readonly string[] Nasty =
    [
        "", "0", "-1", "1e999", "18446744073709551616", "73786976294838206464", "99999999999999999999",
        "00000000000000000000", "null", "true", "[]", "{}", "\"", "\\", "\\u0000", "\\ud800", "\0", "\r", "\n",
        "\r\n", "\t", " ", "\uFEFF", "\u2028", "🔌", "é", "<", ">", "|", "\"\"\"", "```", "@", "#", "# language: xx",
        "Feature:", "Rule:", "Examples:", "Scenario Outline:", "Background:", "Given ", "* ", "{", "}", "[", "]",
        ":", ",", "(", ")", "/", "//", "/*", "٣", "²",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder(seeds[_random.Next(seeds.Count)]);
        for (var edits = _random.Next(MostEdits + 1); edits > 0; edits--) Edit(text);
        return text.Length <= LongestInput ? text.ToString() : text.ToString(0, LongestInput);
    }

    private void Edit(StringBuilder text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 9), text.Length - at);
        switch (_random.Next(7))
        {
            case 0: text.Insert(at, Nasty[_random.Next(Nasty.Length)]); break;
            case 1: text.Remove(at, length); break;
            case 2 when length > 0: text[at] = (char)_random.Next(32, 127); break;
            case 3 when length > 0: text[at] = (char)('0' + _random.Next(10)); break;
            case 4 when length > 0: text.Insert(at, text.ToString(at, length)); break;
            case 5: Splice(text, at); break;
            default: text.Insert(at, (char)_random.Next(0x250)); break;
        }
    }

    /// <summary>A piece of another valid input.</summary>
    private void Splice(StringBuilder text, int at)
    {
        var other = seeds[_random.Next(seeds.Count)];
        var from = _random.Next(other.Length + 1);
        text.Insert(at, other.AsSpan(from, Math.Min(_random.Next(1, 60), other.Length - from)));
    }
}

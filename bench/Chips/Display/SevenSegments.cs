using System.Text;

namespace HilBench.Chips;

/// <summary>
/// What a person reads on digits of seven segments and a point. Bit 0 is the segment at the top, and so on clockwise
/// (b, c, d, e, f), bit 6 the one in the middle, bit 7 the point.
/// </summary>
/// <remarks>
/// Two shapes mean a digit and a letter: 0 is O and 5 is S. A person goes by what stands beside it: beside a letter it
/// is a letter, otherwise a digit.
/// </remarks>
public static class SevenSegments
{
    public const byte Point = 0x80;

    /// <summary>What stands where no shape is known.</summary>
    public const char Unreadable = '?';

    private const string Segments = "abcdefg";

    private static readonly Dictionary<int, char> Shapes = new (string Shape, char Sign)[]
    {
        ("", ' '), ("abcdef", '0'), ("bc", '1'), ("abdeg", '2'), ("abcdg", '3'), ("bcfg", '4'), ("acdfg", '5'),
        ("acdefg", '6'), ("abc", '7'), ("abcdefg", '8'), ("abcdfg", '9'), ("abcefg", 'A'), ("cdefg", 'b'),
        ("adef", 'C'), ("deg", 'c'), ("bcdeg", 'd'), ("adefg", 'E'), ("aefg", 'F'), ("acdef", 'G'), ("bcefg", 'H'),
        ("cefg", 'h'), ("ef", 'I'), ("e", 'i'), ("bcd", 'J'), ("bcde", 'J'), ("def", 'L'), ("ceg", 'n'), ("cdeg", 'o'),
        ("abefg", 'P'), ("abcfg", 'q'), ("eg", 'r'), ("defg", 't'), ("bcdef", 'U'), ("cde", 'u'), ("bcdfg", 'y'),
        ("g", '-'), ("d", '_'), ("abfg", '°'),
    }.ToDictionary(shape => shape.Shape.Sum(segment => 1 << Segments.IndexOf(segment)), shape => shape.Sign);

    /// <summary>The text of these digits, left to right; a point is a sign of its own after its digit.</summary>
    public static string Read(ReadOnlySpan<byte> digits)
    {
        var signs = new char[digits.Length];
        for (int i = 0; i < digits.Length; i++)
            signs[i] = Shapes.GetValueOrDefault(digits[i] & ~Point, Unreadable);
        var text = new StringBuilder();
        for (int i = 0; i < signs.Length; i++)
        {
            bool isInAWord = IsLetter(signs, i - 1) || IsLetter(signs, i + 1);
            text.Append((signs[i], isInAWord) switch
            {
                ('0', true) => 'O',
                ('5', true) => 'S',
                _ => signs[i],
            });
            if ((digits[i] & Point) != 0) text.Append('.');
        }

        return text.ToString();
    }

    private static bool IsLetter(char[] signs, int at) => at >= 0 && at < signs.Length && char.IsLetter(signs[at]);
}

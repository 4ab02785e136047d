namespace HilBench.Roles;

/// <summary>
/// The segments that digits of seven segments light for a text. Bit 0 is the segment at the top (a), and so on
/// clockwise (b to f), bit 6 the one in the middle (g), bit 7 the point.
/// </summary>
public static class SegmentFont
{
    public const byte Point = 0x80;

    private const string Segments = "abcdefg";

    private static readonly Dictionary<char, byte> Shapes = new (char Sign, string Lit)[]
    {
        ('0', "abcdef"), ('1', "bc"), ('2', "abdeg"), ('3', "abcdg"), ('4', "bcfg"), ('5', "acdfg"), ('6', "acdefg"),
        ('7', "abc"), ('8', "abcdefg"), ('9', "abcdfg"), ('A', "abcefg"), ('b', "cdefg"), ('C', "adef"), ('c', "deg"),
        ('d', "bcdeg"), ('E', "adefg"), ('F', "aefg"), ('G', "acdef"), ('H', "bcefg"), ('h', "cefg"), ('I', "ef"),
        ('i', "e"), ('J', "bcd"), ('L', "def"), ('n', "ceg"), ('O', "abcdef"), ('o', "cdeg"), ('P', "abefg"),
        ('q', "abcfg"), ('r', "eg"), ('S', "acdfg"), ('t', "defg"), ('U', "bcdef"), ('u', "cde"), ('y', "bcdfg"),
        ('-', "g"), ('_', "d"), ('°', "abfg"), ('?', "abeg"),
    }.ToDictionary(shape => shape.Sign, shape => (byte)shape.Lit.Sum(segment => 1 << Segments.IndexOf(segment)));

    /// <summary>
    /// The digits from the left. A point goes into the digit before it where that one has none yet; what does not fit
    /// is left out, and a sign without a shape is dark.
    /// </summary>
    public static byte[] Of(string text, int places)
    {
        var digits = new byte[places];
        var next = 0;
        foreach (var sign in text)
        {
            if (sign == '.' && next > 0 && (digits[next - 1] & Point) == 0)
            {
                digits[next - 1] |= Point;
                continue;
            }

            if (next == places) break;
            digits[next++] = sign == '.' ? Point : Shapes.GetValueOrDefault(sign);
        }

        return digits;
    }
}

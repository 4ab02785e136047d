namespace HilBench.Roles;

/// <summary>
/// The dots a character panel lights for a sign: those of an HD44780 with ROM A00, and those that firmware draws into
/// its memory. Not here: the Japanese of that ROM, and its accented and Greek letters but for µ and Ω.
/// </summary>
public static partial class DotFont
{
    /// <summary>Columns of dots in a cell.</summary>
    public const int Columns = 5;

    /// <summary>Rows of dots in a cell.</summary>
    public const int Rows = 8;

    /// <summary>From one sign of the shapes to the next.</summary>
    private const int Pitch = Columns + 1;

    private const char Lit = '#';

    private static readonly byte[] Blank = new byte[Rows];

    /// <summary>An empty box, which no other sign looks like.</summary>
    private static readonly byte[] Unknown =
        [0b11111, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11111, 0b00000];

    private static readonly Dictionary<char, byte[]> Shapes = Read(OfTheRom, OfFirmware);

    /// <summary>Every sign that has a shape, but for the blank.</summary>
    public static IReadOnlyCollection<char> Signs => Shapes.Keys;

    /// <summary>
    /// The rows of dots from the top; the low five bits of each count, the highest of them at the left. A sign without
    /// a shape is an empty box.
    /// </summary>
    public static ReadOnlySpan<byte> Of(char sign) => sign switch
    {
        ' ' => Blank,
        'μ' => Shapes['µ'],
        'ﾟ' => Shapes['°'],
        _ => Shapes.GetValueOrDefault(sign, Unknown),
    };

    private static Dictionary<char, byte[]> Read(params ReadOnlySpan<string> tables)
    {
        var shapes = new Dictionary<char, byte[]>();
        foreach (var table in tables)
        {
            foreach (var block in table.ReplaceLineEndings("\n").Split("\n\n"))
            {
                var lines = block.Split('\n');
                for (var at = 0; at < lines[0].Length; at += Pitch)
                    shapes.Add(lines[0][at], [.. lines[1..].Select(line => RowOf(line.AsSpan(at, Columns)))]);
            }
        }

        return shapes;
    }

    private static byte RowOf(ReadOnlySpan<char> dots)
    {
        var row = 0;
        foreach (var dot in dots) row = (row << 1) | (dot == Lit ? 1 : 0);
        return (byte)row;
    }
}

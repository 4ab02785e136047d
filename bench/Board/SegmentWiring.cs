using HilBench.Meter;

namespace HilBench.Board;

/// <summary>
/// Two modules of four digits with seven segments and a point, each with an HT16K33: one line of eight signs. Nothing
/// reads what they show.
/// </summary>
/// <param name="Left">The address of the left four digits, 0x70 to 0x77.</param>
/// <param name="Right">The address of the right four.</param>
public sealed record SegmentWiring(int Left = SegmentWiring.FirstAddress, int Right = SegmentWiring.FirstAddress + 1)
{
    public const int FirstAddress = 0x70;
    public const int LastAddress = 0x77;
    public const int Places = 8;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem()
    {
        foreach (var address in (int[])[Left, Right])
        {
            if (address is < FirstAddress or > LastAddress)
                return $"no HT16K33 answers to 0x{address:X2}; allowed: 0x70 to 0x77";
        }

        return Left == Right ? $"both modules cannot answer to 0x{Left:X2}" : null;
    }

    /// <summary>What a meter of this profile shows and these digits cannot, or null.</summary>
    public static string? Problem(MeterProfile profile)
    {
        var size = profile.Display;
        if ((size.Columns, size.Lines) != (Places, 1))
        {
            return $"digits of two HT16K33 show {Places}x1, but profile \"{profile.Name}\" wants {size.Columns}x"
                + $"{size.Lines}";
        }

        foreach (var word in WordsOf(profile.Words))
        {
            if (SegmentText.FirstWithoutShape(word.Replace("{0}", "", StringComparison.Ordinal)) is { } sign)
            {
                return $"profile \"{profile.Name}\" says \"{word}\", and seven segments cannot show '{sign}'";
            }
        }

        return null;
    }

    private static IEnumerable<string> WordsOf(ResultWords words) =>
    [
        words.Accept, words.Used, words.Old, words.Reject, words.Authentication ?? "", words.Locked, words.Incomplete,
        .. words.Halves.Count > 0 ? words.Halves : [words.Half], words.Credit, words.MemoryFault, words.KeypadFault,
        words.Overload,
    ];
}

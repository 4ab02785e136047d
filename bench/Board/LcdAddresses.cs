namespace HilBench.Board;

/// <summary>Where the display memory of an HD44780 in two-line mode keeps the lines of a panel.</summary>
internal static class LcdAddresses
{
    /// <summary>Enough for every address; 28h to 3Fh and 68h up exist on no panel.</summary>
    public const int Space = 0x80;

    private const int SecondHalf = 0x40;
    private const int LastOfFirstHalf = 0x27;
    private const int LastOfSecondHalf = 0x67;

    /// <summary>Lines 3 and 4 of a four-line panel are the right halves of lines 1 and 2.</summary>
    public static int StartOf(int line, int columns) => line % 2 * SecondHalf + line / 2 * columns;

    /// <summary>Where the address counter stands after a character was written.</summary>
    public static int Next(int address) => address switch
    {
        LastOfFirstHalf => SecondHalf,
        LastOfSecondHalf => 0,
        _ => address + 1,
    };
}

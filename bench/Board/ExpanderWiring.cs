namespace HilBench.Board;

/// <summary>
/// An MCP23017 between I²C and the pad: the rows and columns of <see cref="KeypadWiring"/> are its lines then, GPA0 to
/// GPA7 = 0 to 7, GPB0 to GPB7 = 8 to 15.
/// </summary>
/// <param name="Address">0x20 to 0x27.</param>
/// <param name="Interrupt">The processor's pin that INTA is wired to; null = the pad is polled.</param>
public sealed record ExpanderWiring(int Address, int? Interrupt = null)
{
    public const int Lines = 16;

    /// <summary>Revision D of the data sheet made these outputs only.</summary>
    internal static readonly int[] OutputOnly = [7, 15];

    /// <summary>What stands beside a line in the data sheet, such as <c>GPB0</c>.</summary>
    public static string NameOf(int line) => line < 8 ? $"GPA{line}" : $"GPB{line - 8}";
}

using System.Text;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// Uses the whole terminal as one page, which is written again when it changes or when the terminal gets another size.
/// What the terminal showed before comes back at the end.
/// </summary>
internal sealed class Screen
{
    private const int UsualColumns = 80;
    private const int UsualRows = 24;
    private const string Home = "\e[H";
    private const string EraseLine = "\e[2K";
    private const string EraseBelow = "\e[J";

    private string _painted = "";

    private Screen()
    {
    }

    /// <summary>A terminal that does not know its size, such as one over a serial line, says 0.</summary>
    public static int Columns => Console.WindowWidth is > 0 and var columns ? columns : UsualColumns;

    public static int Rows => Console.WindowHeight is > 0 and var rows ? rows : UsualRows;

    /// <exception cref="NotSupportedException">The terminal cannot show a page.</exception>
    public static void Use(Action<Screen> paint) => AnsiConsole.AlternateScreen(() =>
    {
        AnsiConsole.Cursor.Hide();
        try
        {
            paint(new Screen());
        }
        finally
        {
            AnsiConsole.Cursor.Show();
        }
    });

    /// <summary>Shows these lines. The terminal must have room for them.</summary>
    public void Show(IReadOnlyList<string> lines)
    {
        var page = new StringBuilder(Home);
        page.AppendJoin("\r\n", lines.Select(line => EraseLine + line));
        if (lines.Count < Rows) page.Append("\r\n").Append(EraseBelow);
        var text = $"{Columns}x{Rows}{page}";
        if (text == _painted) return;
        _painted = text;
        Console.Out.Write(page.ToString());
        Console.Out.Flush();
    }
}

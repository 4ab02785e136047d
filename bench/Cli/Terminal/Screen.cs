using System.Text;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// Uses the whole terminal as one page, which is written again when it changes or when the terminal gets another size.
/// What the terminal showed before comes back at the end.
/// </summary>
internal sealed class Screen
{
    private const string Home = "\e[H";
    private const string EraseLine = "\e[2K";
    private const string EraseBelow = "\e[J";

    private string _painted = "";

    private Screen()
    {
    }

    public static int Columns => Math.Max(1, Console.WindowWidth);

    public static int Rows => Math.Max(1, Console.WindowHeight);

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

using System.Text;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary>
/// The whole terminal as a page that is painted anew when something on it changes, at whatever size it has by then.
/// What stood there before comes back at the end.
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

    /// <exception cref="NotSupportedException">The terminal cannot be painted on.</exception>
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

    /// <summary>Shows these lines, for which the terminal must have room.</summary>
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

using System.CommandLine;
using System.Globalization;
using System.Text;
using HilBench.Rig.Files;
using HilBench.Rig.Vending;
using HilBench.Tokens;

namespace HilBench.Cli;

/// <summary>
/// What `vend` and `decode` share: JSON lines from a file or standard input, one answer a line, in order and at
/// once, so that another program can hold a conversation over a pipe.
/// </summary>
internal static class LineCommand
{
    private const int ProgressEvery = 10_000;
    private const int UsageError = 2;

    public static Command Create(string name, string description, Func<StaTables, Func<string, LineAnswer>> answerer)
    {
        var requests = new Option<string>("--requests")
        {
            Description = "Where the request lines are: a file, or - for standard input.",
            HelpName = "FILE|-",
            DefaultValueFactory = _ => "-",
        };
        var tables = Options.StaTables();
        var command = new Command(name, description) { requests, tables };
        command.SetAction(parsed =>
        {
            var own = parsed.GetValue(tables) is { } file ? StaTablesFile.Read(file) : StaTables.Sample;
            return Converse(parsed.GetValue(requests)!, answerer(own));
        });
        return command;
    }

    /// <summary>Answers every line of a file or of standard input; exit code 2 when any of them was bad.</summary>
    public static int Converse(string requests, Func<string, LineAnswer> answer)
    {
        using var input = Open(requests);
        return Answer(input, answer);
    }

    private static StreamReader Open(string requests)
    {
        try
        {
            return requests == "-"
                ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
                : new StreamReader(requests, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{(requests.Length == 0 ? "\"\"" : requests)}: cannot be read: {e.Message}");
        }
    }

    private static int Answer(StreamReader input, Func<string, LineAnswer> answer)
    {
        using var output = new StreamWriter(StandardOutput.Open(), new UTF8Encoding(false)) { NewLine = "\n" };
        var showsProgress = !Console.IsErrorRedirected && Console.IsOutputRedirected;
        var (lines, bad) = (0L, 0L);
        while (input.ReadLine() is { } line)
        {
            var (json, isBad) = answer(line);
            if (!TryWrite(output, json))
                return ExitCode(bad);

            lines++;
            bad += isBad ? 1 : 0;
            if (showsProgress && lines % ProgressEvery == 0)
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{lines:N0} lines, {bad:N0} bad "));
        }

        if (showsProgress && lines >= ProgressEvery)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{lines:N0} lines, {bad:N0} bad "));
        return ExitCode(bad);
    }

    private static int ExitCode(long bad) => bad > 0 ? UsageError : 0;

    /// <summary>False when nobody reads any more: `hilbench vend … | head` ends quietly.</summary>
    private static bool TryWrite(StreamWriter output, string json)
    {
        try
        {
            output.WriteLine(json);
            output.Flush();
            return true;
        }
        catch (IOException wrong) when (StandardOutput.IsReaderGone(wrong))
        {
            return false;
        }
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using HilBench.Rig.Files;
using HilBench.Rig.Vending;
using HilBench.Tokens;

namespace HilBench.Cli;

/// <summary>
/// What `vend` and `decode` share: JSON lines from a file or standard input, one answer a line, in order. From a pipe
/// each is answered at once, so that another program can hold a conversation; a file is answered by all cores.
/// </summary>
internal static class LineCommand
{
    private const int ProgressEvery = 10_000;
    private const int UsageError = 2;
    private const int MostJobs = 256;

    /// <summary>Lines read before the cores share them: enough work for all, little to keep in memory.</summary>
    private const int LinesAtOnce = 8192;

    public static Command Create(string name, string description, Func<StaTables, Func<string, LineAnswer>> answerer)
    {
        var requests = new Option<string>("--requests")
        {
            Description = "Where the request lines are: a file, or - for standard input.",
            HelpName = "FILE|-",
            DefaultValueFactory = _ => "-",
        };
        var tables = Options.StaTables();
        var jobs = Options.Whole("--jobs", "Lines of a file at once; one per core.", 1, MostJobs);
        var command = new Command(name, description) { requests, tables, jobs };
        command.SetAction(parsed =>
        {
            var own = parsed.GetValue(tables) is { } file ? StaTablesFile.Read(file) : StaTables.Sample;
            var atOnce = (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount;
            return Converse(parsed.GetValue(requests)!, answerer(own), atOnce);
        });
        return command;
    }

    /// <summary>Answers every line of a file or of standard input; exit code 2 when any of them was bad.</summary>
    /// <param name="requests">A path, or - for standard input.</param>
    /// <param name="answer">Asked by several threads at once when <paramref name="jobs"/> is more than one.</param>
    /// <param name="jobs">Lines at once, if they lie in a file.</param>
    public static int Converse(string requests, Func<string, LineAnswer> answer, int jobs = 1)
    {
        using var input = Open(requests);
        var shared = jobs > 1 && input.BaseStream.CanSeek;
        var lines = RequestLines.Of(input);
        return Write(shared ? Shared(lines, Bounded, jobs) : lines.Select(Bounded), atOnce: !shared);

        LineAnswer Bounded(string line) => line.Length <= RequestLines.Longest
            ? answer(line)
            : LineAnswer.Error($"a line has at most {RequestLines.Longest} characters");
    }

    private static IEnumerable<LineAnswer> Shared(
        IEnumerable<string> lines, Func<string, LineAnswer> answer, int jobs) =>
        lines.Chunk(LinesAtOnce).SelectMany(some =>
            some.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(answer).ToArray());

    private static StreamReader Open(string requests)
    {
        try
        {
            return requests == "-"
                ? new StreamReader(Surroundings.Current.OpenInput(), Encoding.UTF8)
                : new StreamReader(requests, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{(requests.Length == 0 ? "\"\"" : requests)}: cannot be read: {e.Message}");
        }
    }

    private static int Write(IEnumerable<LineAnswer> answers, bool atOnce)
    {
        var host = Surroundings.Current;
        using var output = new StreamWriter(host.OpenOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        var showsProgress = !host.IsErrorRedirected && host.IsOutputRedirected;
        var (lines, bad) = (0L, 0L);
        foreach (var (json, isBad) in answers)
        {
            if (!IsRead(() => output.WriteLine(json)) || (atOnce && !IsRead(output.Flush)))
                return ExitCode(bad);

            lines++;
            bad += isBad ? 1 : 0;
            if (showsProgress && lines % ProgressEvery == 0)
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{lines:N0} lines, {bad:N0} bad "));
        }

        IsRead(output.Flush);
        if (showsProgress && lines >= ProgressEvery)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{lines:N0} lines, {bad:N0} bad "));
        return ExitCode(bad);
    }

    private static int ExitCode(long bad) => bad > 0 ? UsageError : 0;

    /// <summary>False when nobody reads any more: `hilbench vend … | head` ends quietly.</summary>
    private static bool IsRead(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (IOException wrong) when (StandardOutput.IsReaderGone(wrong))
        {
            return false;
        }
    }
}

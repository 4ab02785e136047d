using System.CommandLine;
using HilBench.RigFiles;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>
/// What `vend` and `decode` have in common: they read JSON lines from a file or from standard input and answer each
/// with one line, in order, on all cores. Lines are answered as soon as they arrive, so that another program can write
/// a line and wait for its answer.
/// </summary>
internal static class LineCommand
{
    private const int MostJobs = 256;

    public static Command Create(string name, string description, Func<StaTables, LineAnswerer> answerer)
    {
        var requests = new Option<string>("--requests")
        {
            Description = "Where the request lines are: a file, or - for standard input.",
            HelpName = "FILE|-",
            DefaultValueFactory = _ => RequestSource.StandardInput,
        };
        var tables = Options.StaTables();
        var jobs = Options.Whole("--jobs", "How many cores answer lines; all of them if not given.", 1, MostJobs);
        var command = new Command(name, description) { requests, tables, jobs };
        command.SetAction(parsed =>
        {
            var own = parsed.GetValue(tables) is { } file ? StaTablesFile.Read(file) : StaTables.Sample;
            var cores = (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount;
            return Converse(
                parsed.GetValue(requests)!,
                (reader, writer) => new AnsweringCores(reader, writer, () => answerer(own)).Answer(cores));
        });
        return command;
    }

    /// <summary>Answers the lines one by one. The exit code is 2 when any of them was wrong.</summary>
    /// <param name="requests">A path, or - for standard input.</param>
    public static int Converse(string requests, LineAnswerer answerer) => Converse(
        requests,
        (reader, writer) =>
        {
            var block = new LineBlock();
            while (!writer.IsOver && reader.Fill(block)) block.AnswerOneByOne(answerer, writer);
        });

    private static int Converse(string requests, Action<LineReader, AnswerWriter> answer)
    {
        using var input = RequestSource.Open(requests);
        using var writer = new AnswerWriter(Surroundings.Current.OpenOutput());
        answer(new LineReader(input, RequestSource.NameOf(requests)), writer);
        return writer.Finish();
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench run</c>: reads features, binds them, runs them on a rig and says what they proved.</summary>
internal static class RunCommand
{
    private const string Name = "run";
    private const string ReportOption = "--report";
    private const string RecordOption = "--record";
    private const string DefaultFolder = "features";
    private const int MostJobs = 256;

    private const string Help = """
        Runs feature files on a rig and says what they proved.

        Examples:
          hilbench run                                   all of features/ on the virtual rig
          hilbench run features/rollover my.feature      a folder and a file
          hilbench run my.feature:12                     the scenario that begins on line 12
          hilbench run --tags "@rollover and not @slow"  by tag
          hilbench run --rig none --jobs 1 --seed 7      on the model alone, one at a time
          hilbench run --rig token-port --fitting        all that can be asked of a meter by its port
          hilbench run --report report                   also writes report/report.html and junit.xml
          hilbench run my.feature --steps Lab.Steps.dll  with the steps of a lab
          hilbench run my.feature --watch                again each time that something is saved

        Exit codes: 0 all passed, 1 a scenario failed, 2 bad input, 3 rig fault, 4 invalid, 130 aborted.
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = $"Feature files, folders or file.feature:LINE; {DefaultFolder} when none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rig = Options.Rig();
        var tags = new Option<string?>("--tags") { Description = "Only scenarios with these tags.", HelpName = "EXPR" };
        var seed = Options.Whole(
            "--seed", "The seed of everything random; that of the rig file if not given.", 0, ulong.MaxValue);
        var jobs = Options.Whole(
            "--jobs", "How many scenarios run at once; one on each core if not given.", 1, MostJobs);
        var report = new Option<string?>(ReportOption)
        {
            Description = "Writes junit.xml, messages.ndjson, report.html and scenarios/ into DIR.",
            HelpName = "DIR",
        };
        var record = new Option<RecordingScope?>(RecordOption)
        {
            Description = "Which scenarios leave a recording in the report; red if not given: what did not pass.",
            HelpName = "red|all|none",
            CustomParser = ScopeOf,
        };
        var steps = Options.Steps();
        var fitting = new Option<bool>("--fitting")
        {
            Description = "Leaves out scenarios that need more than the rig has, and says how many.",
        };
        var history = new Option<string?>(HistoryPlace.Option)
        {
            Description = "Where the verdicts are remembered, for hilbench history; none = nowhere.",
            HelpName = "FILE|none",
        };
        var watch = new Option<bool>("--watch")
        {
            Description = "Runs again what was saved, feature by feature; all when it was a rig or a profile.",
        };
        var command = new Command(Name, Help)
        {
            paths, rig, tags, seed, jobs, report, record, steps, fitting, history, watch,
        };
        record.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "red" or "all" }] && result.GetResult(report) is null)
                result.AddError($"{RecordOption} needs {ReportOption} DIR: recordings are files of a report");
        });
        paths.Validators.Add(result =>
        {
            // The parser takes a misspelt option for a path.
            var words = result.Tokens.Select(token => token.Value);
            var option = words.FirstOrDefault(word => word.StartsWith('-') && !Path.Exists(word));
            if (option is not null) result.AddError(CommandLineMistake.Unknown(command, option));
            if (words.Contains(""))
                result.AddError("a PATH is empty; allowed: a feature file, a folder or file.feature:LINE");
        });
        command.SetAction(parsed =>
        {
            var request = RequestOf(parsed);
            if (!parsed.GetValue(watch)) return Run(request);
            return new RunWatch(
                [.. request.Paths], request.Rig, request.Report, again => Run(request with { Paths = again })).Run();
        });
        return command;

        RunRequest RequestOf(ParseResult parsed) => new()
        {
            Paths = parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultFolder],
            Rig = parsed.GetValue(rig)!,
            Tags = parsed.GetValue(tags),
            Seed = parsed.GetValue(seed),
            Jobs = (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount,
            Report = parsed.GetValue(report),
            Record = parsed.GetValue(record)
                ?? (parsed.GetValue(report) is null ? RecordingScope.None : RecordingScope.Red),
            Steps = parsed.GetValue(steps) ?? [],
            Fitting = parsed.GetValue(fitting),
            History = HistoryPlace.Of(parsed.GetValue(history)),
            Command = string.Join(' ', Environment.GetCommandLineArgs().Skip(1)),
        };
    }

    private static RecordingScope? ScopeOf(ArgumentResult said)
    {
        switch (said.Tokens[0].Value)
        {
            case "red":
                return RecordingScope.Red;
            case "all":
                return RecordingScope.All;
            case "none":
                return RecordingScope.None;
            case var other:
                said.AddError($"{RecordOption} is \"{Excerpt.Of(other)}\"; allowed: red, all, none");
                return null;
        }
    }

    /// <summary>The words of this command line make no sense: a report it names says so too.</summary>
    public static void Refuse(ParseResult parsed, string mistake) =>
        RunReport.Mistyped(WordAfter(ReportOption, parsed), mistake, Console.Error.WriteLine);

    private static int Run(RunRequest request)
    {
        using var interrupt = new Interrupt();
        using var terminal = new RunOnTerminal(request);
        using var unfinished = new UnfinishedRun();
        try
        {
            return new BenchRun(request, terminal) { Operator = new TerminalOperator() }.Run(interrupt.Token).ExitCode;
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("the run was stopped before it began");
            return ExitCodes.Aborted;
        }
    }

    /// <summary>What stands behind an option on a command line that was not understood.</summary>
    private static string? WordAfter(string option, ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Name != Name) return null;
        var words = parsed.Tokens.Select(token => token.Value).ToArray();
        var at = Array.IndexOf(words, option);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }
}

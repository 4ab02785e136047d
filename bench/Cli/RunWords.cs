using System.CommandLine;
using System.CommandLine.Parsing;
using HilBench.Runs;
using HilBench.Scenarios;

namespace HilBench.Cli;

/// <summary>
/// The words of a command that runs features, wherever they run: which, with which seed, and what is kept of them.
/// </summary>
internal sealed class RunWords
{
    private const string ReportOption = "--report";
    private const string RecordOption = "--record";
    private const string ShardOption = "--shard";
    private const string WeightsOption = "--weights";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = $"Feature files, folders or file.feature:LINE; {ShippedFeatures.Name} when none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _tags = new("--tags")
    {
        Description = "Only scenarios with these tags.",
        HelpName = "EXPR",
    };

    private readonly Option<string[]> _names = new("--name")
    {
        Description = "Only scenarios with TEXT in the name of their feature, rule or themselves; several are allowed.",
        HelpName = "TEXT",
    };

    private readonly Option<string?> _failedFrom = new("--failed-from")
    {
        Description = "Only what did not pass in the run of this report, or was not begun in it.",
        HelpName = "REPORT",
    };

    private readonly Option<Shard?> _shard = new(ShardOption)
    {
        Description = "One of N parts, for N machines; hilbench report merge puts their reports together.",
        HelpName = "I/N",
        CustomParser = ShardOf,
    };

    private readonly Option<string?> _weights = new(WeightsOption)
    {
        Description = "Shards that take equally long, by the times in the report of an earlier run.",
        HelpName = "REPORT",
    };

    private readonly Option<ulong?> _seed = Options.Whole(
        "--seed", "The seed of everything random; that of the rig file if not given.", 0, ulong.MaxValue);

    private readonly Option<string?> _report = new(ReportOption)
    {
        Description = "Writes junit.xml, messages.ndjson, report.html and scenarios/ into DIR.",
        HelpName = "DIR",
    };

    private readonly Option<RecordingScope?> _record = new(RecordOption)
    {
        Description = "Which scenarios leave a recording in the report; red if not given: what did not pass.",
        HelpName = "red|all|none",
        CustomParser = ScopeOf,
    };

    private readonly Option<string[]> _steps = Options.Steps();

    private readonly Option<bool> _fitting = new("--fitting")
    {
        Description = "Leaves out scenarios that need more than the rig has, and says how many.",
    };

    private readonly Option<string?> _history = new(HistoryPlace.Option)
    {
        Description = "Where the verdicts are remembered, for hilbench history; none = nowhere.",
        HelpName = "FILE|none",
    };

    /// <summary>A command with these words, and with options of its own.</summary>
    /// <param name="name">As it is typed.</param>
    /// <param name="help">What it does.</param>
    /// <param name="where">Options that say where it runs.</param>
    /// <param name="how">Options that say how.</param>
    public Command CommandOf(string name, string help, Option[] where, Option[] how)
    {
        var command = new Command(name, help) { _paths };
        Option[] all =
        [
            .. where, _tags, _names, _failedFrom, _shard, _weights, _seed, .. how, _report, _record, _steps, _fitting,
            _history,
        ];
        foreach (var option in all) command.Add(option);
        _record.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "red" or "all" }] && result.GetResult(_report) is null)
                result.AddError($"{RecordOption} needs {ReportOption} DIR: recordings are files of a report");
        });
        _weights.Validators.Add(result =>
        {
            if (result.GetResult(_shard) is null) result.AddError($"{WeightsOption} needs {ShardOption} I/N");
        });
        _names.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError("a --name is empty; allowed: a part of the name of a feature, rule or scenario");
        });
        _paths.Validators.Add(result =>
        {
            // The parser takes a misspelt option for a path.
            var words = result.Tokens.Select(token => token.Value);
            var option = words.FirstOrDefault(word => word.StartsWith('-') && !Path.Exists(word));
            if (option is not null) result.AddError(CommandLineMistake.Unknown(command, option));
            if (words.Contains(""))
                result.AddError("a PATH is empty; allowed: a feature file, a folder or file.feature:LINE");
        });
        return command;
    }

    /// <summary>What the words ask for.</summary>
    /// <param name="parsed">The words of this command line.</param>
    /// <param name="rig">A rig by name or file.</param>
    public RunRequest RequestOf(ParseResult parsed, string rig)
    {
        var report = parsed.GetValue(_report);
        var reds = parsed.GetValue(_failedFrom) is { } past ? PastReds.Of(past) : null;
        return new RunRequest
        {
            Paths = ShippedFeatures.For(
                parsed.GetValue(_paths) is { Length: > 0 } given ? given : reds?.Files ?? [], Console.Error.WriteLine),
            Names = parsed.GetValue(_names) ?? [],
            FailedFrom = reds,
            Shard = parsed.GetValue(_shard),
            Weights = parsed.GetValue(_weights) is { } weights ? Weights.Of(weights) : null,
            Rig = rig,
            Tags = parsed.GetValue(_tags),
            Seed = parsed.GetValue(_seed),
            Report = report,
            Record = parsed.GetValue(_record) ?? (report is null ? RecordingScope.None : RecordingScope.Red),
            Steps = parsed.GetValue(_steps) ?? [],
            Fitting = parsed.GetValue(_fitting),
            History = HistoryPlace.Of(parsed.GetValue(_history)),
            Command = string.Join(' ', Environment.GetCommandLineArgs().Skip(1)),
        };
    }

    /// <summary>The words of this command line make no sense: a report that they name says so too.</summary>
    public static void Refuse(ParseResult parsed, string mistake)
    {
        if (parsed.CommandResult.Command.Options.Any(option => option.Name == ReportOption))
            RunReport.Mistyped(WordAfter(ReportOption, parsed), mistake, Console.Error.WriteLine);
    }

    private static Shard? ShardOf(ArgumentResult said)
    {
        var text = said.Tokens[0].Value;
        if (Shard.Parse(text) is { } shard) return shard;
        said.AddError($"{ShardOption} is \"{Excerpt.Of(text)}\"; allowed: I/N, such as 2/5, with I from 1 to N and N "
            + $"up to {Shard.Most}");
        return null;
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

    /// <summary>What stands behind an option on a command line that was not understood.</summary>
    private static string? WordAfter(string option, ParseResult parsed)
    {
        var words = parsed.Tokens.Select(token => token.Value).ToArray();
        var at = Array.IndexOf(words, option);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }
}

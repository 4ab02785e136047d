using System.CommandLine;
using System.CommandLine.Parsing;
using HilBench.History;
using HilBench.RigFiles;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

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
                request.Paths, request.Rig, request.Report, again => Run(request with { Paths = again })).Run();
        });
        return command;

        Request RequestOf(ParseResult parsed) => new(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultFolder],
            parsed.GetValue(rig)!,
            parsed.GetValue(tags),
            parsed.GetValue(seed),
            (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount,
            parsed.GetValue(report),
            parsed.GetValue(record) ?? (parsed.GetValue(report) is null ? RecordingScope.None : RecordingScope.Red),
            parsed.GetValue(steps) ?? [],
            parsed.GetValue(fitting),
            HistoryPlace.Of(parsed.GetValue(history)));
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
        RunReport.Mistyped(WordAfter(ReportOption, parsed), mistake);

    private static int Run(Request request)
    {
        using var interrupt = new Interrupt();
        using var report = new RunReport(request.Report);
        using var unfinished = new UnfinishedRun();
        try
        {
            return Run(request, interrupt.Token, report);
        }
        catch (OperationCanceledException stopped) when (interrupt.Token.IsCancellationRequested)
        {
            report.Refused(stopped);
            Console.Error.WriteLine("the run was stopped before it began");
            return ExitCodes.Aborted;
        }
        catch (Exception wrong)
        {
            report.Refused(wrong);
            throw;
        }
    }

    private static int Run(Request request, CancellationToken stop, RunReport report)
    {
        using var engine = StepEngine.Of([typeof(Bench).Assembly, .. StepAssemblies.Load(request.Steps)]);
        // A file may be a pipe that nobody writes to: reading it must end when it is asked to.
        var reading = Task.Run(() => Read(request, engine), CancellationToken.None);
        reading.WaitAsync(stop).GetAwaiter().GetResult();
        var (plan, cases, leftOut) = reading.Result;
        plan = (plan with { Stop = stop }).AttendedBy(new TerminalOperator());
        Prepare(plan);
        var seed = request.Seed ?? plan.Seed;
        using var shelf = new RecordingShelf();
        var (results, changes) = Run(request, stop, engine, plan, cases, seed, shelf, report);
        results = Ended(engine, results);
        var isWritten = report.Write(new RunRecord
        {
            Results = results,
            LeftOut = leftOut,
            Sentences = engine.Sentences,
            Changes = changes,
            Seed = seed,
            Rig = plan.Name,
            Began = report.Began,
            Again = scenario => Again(scenario, seed, request),
        });
        new RunSummary(results, seed, plan, scenario => Again(scenario, seed, request)).Print();
        if (shelf.WhyLost is { } lost)
            Console.Error.WriteLine($"{shelf.CountLost} recordings could not be kept: {lost}");
        if (plan.Finish() is { } left) Console.Error.WriteLine(left);
        var verdicts = results.Select(result => result.Verdict);
        return ExitCodes.For(isWritten ? verdicts : verdicts.Append(Verdict.RigFault));
    }

    private static (RigPlan Plan, IReadOnlyList<ScenarioCase> Cases, IReadOnlyList<LeftOutCase> LeftOut) Read(
        Request request, StepEngine engine)
    {
        var plan = Rigs.Load(request.Rig);
        var tags = request.Tags is { } text ? TagExpression.Parse(text) : null;
        var cases = FeatureReader.Read(request.Paths, engine, request.Jobs)
            .Where(scenario => tags?.Matches(scenario.Tags) ?? true).ToArray();
        if (cases.Length == 0) throw new FeatureMistakesException(Nothing(request));

        var check = new StepCheck(engine, plan.Capabilities) { Jobs = request.Jobs };
        var leftOut = LeftOut(request, plan, check, cases);
        return (plan, check.Check([.. cases.Except(leftOut.Select(one => one.Case))]), leftOut);
    }

    private static (IReadOnlyList<ScenarioResult> Results, RunChanges? Changes) Run(
        Request request, CancellationToken stop, StepEngine engine, RigPlan plan,
        IReadOnlyList<ScenarioCase> cases, ulong seed, RecordingShelf shelf, RunReport report)
    {
        using var progress = RunProgress.Start(cases.Count, plan.NeedsOperator);
        using var history = new RunHistory(
            request.History, () => HeadOf(request, plan, seed, report.Began, cases.Count), report.Before(progress));
        var results = new Runner(engine, new RunOptions
        {
            Jobs = Math.Min(request.Jobs, plan.MostAtOnce),
            Seed = seed,
            Stop = stop,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
            Listener = history,
            KeepsOutput = request.Report is not null,
            Record = request.Record,
            Shelf = shelf,
        }).Run(cases);
        history.Ended();
        return (results, request.Report is null ? null : history.Changes());
    }

    private static RunHead HeadOf(Request request, RigPlan plan, ulong seed, DateTime began, int scenarios)
    {
        string[] program =
        [
            .. Directory.GetFiles(AppContext.BaseDirectory, "HilBench.*.dll"),
            Path.Combine(AppContext.BaseDirectory, "hilbench.dll"), .. request.Steps,
        ];
        return new RunHead(
            began, plan.Name, seed, Fingerprint.Of(program, plan.File), plan.IsVirtual,
            string.Join(' ', Environment.GetCommandLineArgs().Skip(1)), scenarios)
        {
            Report = request.Report is { } folder ? Path.GetFullPath(folder) : null,
            Scope = ScopeOf(request),
        };
    }

    /// <summary>The same files and tags, wherever somebody stands who names them.</summary>
    private static string ScopeOf(Request request)
    {
        var paths = request.Paths.Select(path => Path.GetFullPath(path)).Order(StringComparer.Ordinal);
        return string.Join('\n', [.. paths, request.Tags ?? "", request.Fitting ? "fitting" : ""]);
    }

    /// <summary>Hooks at the end of the run may fail, and then nothing that was run is known to be good.</summary>
    private static IReadOnlyList<ScenarioResult> Ended(StepEngine engine, IReadOnlyList<ScenarioResult> results)
    {
        try
        {
            engine.Dispose();
            return results;
        }
        catch (Exception wrong)
        {
            return [.. results.Select(result => result.SpoiltBy(wrong))];
        }
    }

    /// <summary>A run that is stopped while its rig is looked for still says that every scenario is aborted.</summary>
    private static void Prepare(RigPlan plan)
    {
        try
        {
            plan.Prepare();
        }
        catch (OperationCanceledException) when (plan.Stop.IsCancellationRequested)
        {
            // The runner sees the same token.
        }
    }

    /// <summary>
    /// Without <c>--fitting</c> only what the rig file itself leaves out is left out; the rest is refused by name.
    /// </summary>
    private static LeftOutCase[] LeftOut(Request request, RigPlan plan, StepCheck check, ScenarioCase[] cases)
    {
        if (!request.Fitting && plan.LeavesOut.Count == 0) return [];
        var lacking = cases.Select(scenario => (Case: scenario, Needs: check.Lacks(scenario))).ToArray();
        var left = lacking.Where(one => one.Needs.Count > 0
            && (request.Fitting || one.Needs.All(plan.LeavesOut.Contains))).ToArray();
        if (left.Length == 0) return [];
        if (left.Length == cases.Length)
            throw new FeatureMistakesException($"rig {plan.Name} can run none of these scenarios");
        var needs = left.SelectMany(one => one.Needs).Distinct().Order(StringComparer.Ordinal);
        Console.Error.WriteLine(
            $"{left.Length} of {cases.Length} scenarios are left out, because rig {plan.Name} does not have: "
            + string.Join(", ", needs));
        return
        [
            .. left.Select(one => new LeftOutCase(
                one.Case, $"rig {plan.Name} does not have {string.Join(", ", one.Needs)}")),
        ];
    }

    /// <summary>The one command that repeats this scenario, as this process was started.</summary>
    private static string Again(ScenarioCase scenario, ulong seed, Request request)
    {
        var rig = request.Rig == Options.DefaultRig ? "" : $" --rig {Shell.Quote(request.Rig)}";
        var steps = string.Concat(request.Steps.Select(file => $" --steps {Shell.Quote(file)}"));
        return $"{Shell.ThisCommand} run {Shell.Quote(scenario.Place.ToString())} --seed {seed}{rig}{steps}";
    }

    /// <summary>What stands behind an option on a command line that was not understood.</summary>
    private static string? WordAfter(string option, ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Name != Name) return null;
        var words = parsed.Tokens.Select(token => token.Value).ToArray();
        var at = Array.IndexOf(words, option);
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }

    private static string Nothing(Request request) => request.Tags is { } tags
        ? $"no scenario in {string.Join(' ', request.Paths)} has tags {tags}"
        : $"there is no scenario in {string.Join(' ', request.Paths)}";

    private sealed record Request(
        string[] Paths, string Rig, string? Tags, ulong? Seed, int Jobs, string? Report, RecordingScope Record,
        string[] Steps, bool Fitting, string? History);
}

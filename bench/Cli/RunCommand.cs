using System.CommandLine;
using HilBench.Rig.Files;
using HilBench.Scenarios.Binding;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Cli;

/// <summary><c>hilbench run</c>: reads features, binds them, runs them on a rig and says what they proved.</summary>
internal static class RunCommand
{
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
          hilbench run --report report                   also writes report/junit.xml

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
        var seed = Options.Whole("--seed", "Seed of everything random.", 0, ulong.MaxValue);
        var jobs = Options.Whole("--jobs", "Scenarios at once; one per core.", 1, MostJobs);
        var report = new Option<string?>("--report") { Description = "Writes DIR/junit.xml.", HelpName = "DIR" };
        var fitting = new Option<bool>("--fitting")
        {
            Description = "Leaves out, and counts, scenarios that need more than the rig has.",
        };
        var command = new Command("run", Help) { paths, rig, tags, seed, jobs, report, fitting };
        paths.Validators.Add(result =>
        {
            // The parser takes a misspelt option for a path.
            var words = result.Tokens.Select(token => token.Value);
            var option = words.FirstOrDefault(word => word.StartsWith('-') && !Path.Exists(word));
            if (option is not null) result.AddError(CommandLineMistake.Unknown(command, option));
        });
        command.SetAction(parsed => Run(new Request(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultFolder],
            parsed.GetValue(rig)!,
            parsed.GetValue(tags),
            parsed.GetValue(seed),
            (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount,
            parsed.GetValue(report),
            parsed.GetValue(fitting))));
        return command;
    }

    private static int Run(Request request)
    {
        if (request.Report is { } old) Forget(old);
        var plan = RigFiles.Load(request.Rig);
        if (plan is PanelPlan panel) plan = panel with { Operator = new TerminalOperator() };
        var tags = request.Tags is { } text ? TagExpression.Parse(text) : null;
        var registry = BindingRegistry.Of(typeof(Bench).Assembly);
        var cases = FeatureReader.Read(request.Paths, registry)
            .Where(scenario => tags?.Matches(scenario.Tags) ?? true).ToArray();
        if (cases.Length == 0) throw new FeatureMistakesException(Nothing(request));

        var binder = new Binder(registry, plan.Capabilities);
        cases = Fitting(request, plan, binder, cases);
        var bound = binder.Bind(cases);
        using var interrupt = new Interrupt();
        plan = plan with { Stop = interrupt.Token };
        if (plan is GpioPlan pins) plan = pins with { Operator = new TerminalOperator() };
        if (request.Report is { } folder) Demand(folder);
        plan.Prepare();
        var seed = request.Seed ?? plan.Seed;
        var hasOperator = plan is GpioPlan or PanelPlan { MostAtOnce: 1 };
        using var progress = RunProgress.Start(cases.Length, hasOperator);
        var results = new Runner(registry, new RunOptions
        {
            Jobs = Math.Min(request.Jobs, plan.MostAtOnce),
            Seed = seed,
            Stop = interrupt.Token,
            Judge = MeterJudge.Judge,
            Provide = container => container.Register(plan),
            Listener = progress,
        }).Run(bound);
        progress.Dispose();
        new RunSummary(results, seed, plan, request.Rig).Print();
        if (request.Report is not null) Writing(request.Report, () => JUnitReport.Write(request.Report, results));
        if (plan.Finish() is { } left) Console.Error.WriteLine(left);
        return ExitCodes.For(results.Select(result => result.Verdict));
    }

    /// <summary>
    /// Without <c>--fitting</c> only what the rig file itself leaves out is left out; the rest is refused by name.
    /// </summary>
    private static ScenarioCase[] Fitting(Request request, RigPlan plan, Binder binder, ScenarioCase[] cases)
    {
        var lacking = cases.Select(scenario => (Case: scenario, Needs: binder.Lacks(scenario))).ToArray();
        var left = lacking.Where(one => one.Needs.Count > 0
            && (request.Fitting || one.Needs.All(plan.LeavesOut.Contains))).ToArray();
        if (left.Length == 0) return cases;
        if (left.Length == cases.Length)
            throw new FeatureMistakesException($"rig {plan.Name} fits none of the scenarios");
        var needs = left.SelectMany(one => one.Needs).Distinct().Order(StringComparer.Ordinal);
        Console.Error.WriteLine(
            $"{left.Length} of {cases.Length} scenarios left out, for what rig {plan.Name} does not have: "
            + string.Join(", ", needs));
        return [.. cases.Except(left.Select(one => one.Case))];
    }

    /// <summary>A run that is refused must not leave the report of another behind.</summary>
    private static void Forget(string folder) => Writing(folder, () =>
    {
        var report = Path.Combine(folder, JUnitReport.FileName);
        if (File.Exists(report)) File.Delete(report);
    });

    /// <summary>Nothing is run whose report could not be written.</summary>
    private static void Demand(string folder) => Writing(folder, () =>
    {
        Directory.CreateDirectory(folder);
        var report = Path.Combine(folder, JUnitReport.FileName);
        if (Directory.Exists(report)) throw new IOException($"{report} is a folder");
        using var trial = File.Create(
            Path.Combine(folder, Path.GetRandomFileName()), bufferSize: 1, FileOptions.DeleteOnClose);
    });

    private static void Writing(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FeatureMistakesException($"--report \"{folder}\": cannot be written: {wrong.Message}");
        }
    }

    private static string Nothing(Request request) => request.Tags is { } tags
        ? $"no scenario in {string.Join(' ', request.Paths)} has tags {tags}"
        : $"there is no scenario in {string.Join(' ', request.Paths)}";

    private sealed record Request(
        string[] Paths, string Rig, string? Tags, ulong? Seed, int Jobs, string? Report, bool Fitting);
}

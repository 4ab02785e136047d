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

    private const string Help = """
        Runs feature files on a rig and says what they proved.

        Examples:
          hilbench run                                   all of features/ on the virtual rig
          hilbench run features/rollover my.feature      a folder and a file
          hilbench run my.feature:12                     the scenario that begins on line 12
          hilbench run --tags "@rollover and not @slow"  by tag
          hilbench run --rig none --jobs 1 --seed 7      on the model alone, one at a time
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
        var seed = new Option<ulong?>("--seed") { Description = "Seed of everything random.", HelpName = "N" };
        var jobs = new Option<int?>("--jobs") { Description = "Scenarios at once; one per core.", HelpName = "N" };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 256)
                result.AddError("--jobs takes a number from 1 to 256.");
        });
        var report = new Option<string?>("--report") { Description = "Writes DIR/junit.xml.", HelpName = "DIR" };
        var command = new Command("run", Help) { paths, rig, tags, seed, jobs, report };
        command.SetAction(parsed => Run(new Request(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : [DefaultFolder],
            parsed.GetValue(rig)!,
            parsed.GetValue(tags),
            parsed.GetValue(seed),
            parsed.GetValue(jobs) ?? Environment.ProcessorCount,
            parsed.GetValue(report))));
        return command;
    }

    private static int Run(Request request)
    {
        var plan = RigFiles.Load(request.Rig);
        if (plan is GpioPlan pins) plan = pins with { Operator = new TerminalOperator() };
        var tags = request.Tags is { } text ? TagExpression.Parse(text) : null;
        var cases = FeatureReader.Read(request.Paths).Where(scenario => tags?.Matches(scenario.Tags) ?? true).ToArray();
        if (cases.Length == 0) throw new FeatureMistakesException(Nothing(request));

        var registry = BindingRegistry.Of(typeof(Bench).Assembly);
        var bound = new Binder(registry, plan.Capabilities).Bind(cases);
        if (request.Report is { } folder) Demand(folder);
        var seed = request.Seed ?? plan.Seed;
        using var interrupt = new Interrupt();
        using var progress = RunProgress.Start(cases.Length);
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
        if (request.Report is not null) JUnitReport.Write(request.Report, results);
        new RunSummary(results, seed, plan, request.Rig).Print();
        return ExitCodes.For(results.Select(result => result.Verdict));
    }

    /// <summary>Nothing is run whose report could not be written.</summary>
    private static void Demand(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FeatureMistakesException($"--report {folder}: no such folder can be made: {wrong.Message}");
        }
    }

    private static string Nothing(Request request) => request.Tags is { } tags
        ? $"no scenario in {string.Join(' ', request.Paths)} has tags {tags}"
        : $"there is no scenario in {string.Join(' ', request.Paths)}";

    private sealed record Request(
        string[] Paths, string Rig, string? Tags, ulong? Seed, int Jobs, string? Report);
}

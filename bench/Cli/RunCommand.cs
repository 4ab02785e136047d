using System.CommandLine;
using HilBench.Input;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench run</c>: reads features, binds them, runs them on a rig and says what they proved.</summary>
internal static class RunCommand
{
    private const string Name = "run";
    private const int MostJobs = 256;
    private const int MostRounds = 10_000;

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
          hilbench run --failed-from report              what did not pass in the run of that report
          hilbench run --shard 2/5 --report shard-2      the second of five parts
          hilbench run my.feature --repeat 100 --fail-fast    with 100 seeds, until one is red

        Exit codes: 0 all passed, 1 a scenario failed, 2 bad input, 3 rig fault, 4 invalid, 130 aborted.
        """;

    public static Command Create()
    {
        var words = new RunWords();
        var rig = Options.Rig();
        var jobs = Options.Whole(
            "--jobs", "How many scenarios run at once; one on each core if not given.", 1, MostJobs);
        var watch = new Option<bool>("--watch")
        {
            Description = "Runs again what was saved, feature by feature; all when it was a rig or a profile.",
        };
        var rounds = Options.Whole("--repeat", "Each scenario N times, each time with the next seed.", 1, MostRounds);
        var fast = new Option<bool>("--fail-fast") { Description = "Begins nothing more when one is red." };
        var profile = new Option<string?>("--profile")
        {
            Description = "The meter profile of scenarios that name none, by name or file; else the rig's.",
            HelpName = "NAME|FILE",
        };
        var list = new Option<bool>("--list") { Description = "Prints what would run, and runs nothing." };
        var command = words.CommandOf(Name, Help, where: [rig, profile], how: [jobs, rounds, fast]);
        command.Add(watch);
        command.Add(list);
        var lots = new LotOptions();
        lots.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = words.RequestOf(parsed, parsed.GetValue(rig)!) with
            {
                Jobs = (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                Rounds = (int?)parsed.GetValue(rounds) ?? 1,
                FailFast = parsed.GetValue(fast),
                Profile = parsed.GetValue(profile),
            };
            if (parsed.GetValue(list)) return List(request, parsed.GetValue(watch));
            if (lots.FileOf(parsed) is { } meters)
            {
                return parsed.GetValue(watch)
                    ? throw new SettingsException("--watch runs again what is saved; a delivery is run once")
                    : Guarded(stop => lots.Run(parsed, meters, request, stop));
            }

            if (!parsed.GetValue(watch)) return Run(request);
            return new RunWatch(
                [.. request.Paths], request.Rig, request.Report, again => Run(request with { Paths = again })).Run();
        });
        return command;
    }

    private static int List(RunRequest request, bool isWatched)
    {
        if (isWatched || request.Report is not null)
            throw new SettingsException("--list runs nothing: --watch and --report make no sense beside it");
        using var interrupt = new Interrupt();
        using var terminal = new RunOnTerminal(request);
        foreach (var one in new BenchRun(request, terminal).Read(interrupt.Token).Cases)
            Console.WriteLine(Printable.Line($"{one.Place}: {one.Feature}: {one.Identity.Name}"));
        return ExitCodes.Passed;
    }

    private static int Run(RunRequest request) => Guarded(stop =>
    {
        using var terminal = new RunOnTerminal(request);
        return new BenchRun(request, terminal) { Operator = new TerminalOperator() }.Run(stop).ExitCode;
    });

    private static int Guarded(Func<CancellationToken, int> run)
    {
        using var interrupt = new Interrupt();
        using var unfinished = new UnfinishedRun();
        try
        {
            return run(interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("the run was stopped before it began");
            return ExitCodes.Aborted;
        }
    }
}

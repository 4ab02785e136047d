using System.CommandLine;
using HilBench.Runs;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench run</c>: reads features, binds them, runs them on a rig and says what they proved.</summary>
internal static class RunCommand
{
    private const string Name = "run";
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
        var words = new RunWords();
        var rig = Options.Rig();
        var jobs = Options.Whole(
            "--jobs", "How many scenarios run at once; one on each core if not given.", 1, MostJobs);
        var watch = new Option<bool>("--watch")
        {
            Description = "Runs again what was saved, feature by feature; all when it was a rig or a profile.",
        };
        var command = words.CommandOf(Name, Help, where: [rig], how: [jobs]);
        command.Add(watch);
        command.SetAction(parsed =>
        {
            var request = words.RequestOf(parsed, parsed.GetValue(rig)!) with
            {
                Jobs = (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount,
            };
            if (!parsed.GetValue(watch)) return Run(request);
            return new RunWatch(
                [.. request.Paths], request.Rig, request.Report, again => Run(request with { Paths = again })).Run();
        });
        return command;
    }

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
}

using System.CommandLine;
using System.Text.RegularExpressions;
using HilBench.Input;
using HilBench.Lab.Told;
using HilBench.Lab.Coordination;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench lab run</c>: like <c>run</c>, on the rigs of a lab.</summary>
internal static partial class LabRunCommand
{
    private const string Help = """
        Runs feature files on rigs of the lab, one scenario at a time on each, and says what they proved.

        Examples:
          hilbench lab run features --nats nats://lab:4222                  on all rigs with equal meters
          hilbench lab run my.feature --nats nats://lab:4222 --on "model=clou and firmware=1.2.3"
          hilbench lab run features --nats nats://lab:4222 --rigs 3 --report report
          hilbench lab run features --nats nats://lab:4222 --each --report report     all of it on every rig

        Exit codes: as those of hilbench run.
        """;

    private const ulong MostRigs = 10_000;
    private const ulong MostPriority = 9;

    public static Command Create()
    {
        var lab = new LabOptions();
        var words = new RunWords();
        var on = new Option<string?>("--on")
        {
            Description = "Which rigs: name=N, rig=N, profile=N and labels, with and, or, not.", HelpName = "EXPR",
        };
        var rigs = Options.Whole("--rigs", "How many rigs at most.", 1, MostRigs);
        var mix = new Option<bool>("--mix") { Description = "Rigs with different meters may share the scenarios." };
        var each = new Option<bool>("--each")
        {
            Description = "Everything on every rig: a run and a report for each, in DIR/NAME.",
        };
        var priority = Options.Whole("--priority", "0 to 9, the greater the sooner; 5 unless given.", 0, MostPriority);
        var resume = new Option<string?>("--resume")
        {
            Description = "Goes on with a run whose process has died, without doing anything twice.", HelpName = "RUN",
        };
        var command = words.CommandOf("run", Help, where: [on, rigs, mix, each], how: [priority, resume]);
        lab.AddTo(command);
        command.SetAction(parsed =>
        {
            var place = lab.Demand(parsed);
            var request = words.RequestOf(parsed, rig: "lab");
            request = request with { Command = Password().Replace(request.Command, "//…@") };
            var wanted = new LabRequest
            {
                On = parsed.GetValue(on) is { } text ? RigExpression.Parse(text) : null,
                Rigs = (int?)parsed.GetValue(rigs) ?? int.MaxValue,
                Mix = parsed.GetValue(mix) || parsed.GetValue(each),
                Priority = (int?)parsed.GetValue(priority) ?? LabRequest.UsualPriority,
                Resume = parsed.GetValue(resume),
                What = Printable.Line(string.Join(' ', request.Paths)),
                Build = BenchBuild.Of(request.Steps),
            };
            return Run(place, request, wanted, parsed.GetValue(on), parsed.GetValue(each), parsed.GetValue(mix));
        });
        return command;
    }

    private static int Run(
        LabPlace place, RunRequest request, LabRequest wanted, string? on, bool each, bool isMixed)
    {
        if (each && isMixed)
            throw new SettingsException("--mix shares the scenarios out, --each runs all on every rig: one of the two");
        if (each && wanted.Resume is not null)
            throw new SettingsException("--each begins a run for each rig; --resume goes on with one");
        using var interrupt = new Interrupt();
        using var unfinished = new UnfinishedRun();
        try
        {
            return LabCommand.Connected(place, interrupt.Token, (board, stop) =>
            {
                var there = $"--nats {ShellWord.Quote(board.Bus.Address.Shown)}"
                    + Said("--login", place.Login) + Said("--ca", place.Authority);
                return Task.Run(
                    () => each
                        ? new EachRig(board, request, wanted, there).Run(stop)
                        : Run(board, request, wanted, there + Said("--on", on) + (isMixed ? " --mix" : ""), stop),
                    CancellationToken.None);
            });
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("the run was stopped before it began");
            return ExitCodes.Aborted;
        }
    }

    private static int Run(
        LabBoard board, RunRequest request, LabRequest wanted, string again, CancellationToken stop)
    {
        using var terminal = new LabRunOnTerminal(again);
        var site = new LabSite(board, wanted) { Stands = terminal.Stands, Begins = terminal.Key };
        var outcome = new BenchRun(request, terminal) { Site = site }.Run(stop);
        site.IsReported();
        return outcome.ExitCode;
    }

    private static string Said(string option, string? value) =>
        value is null ? "" : $" {option} {ShellWord.Quote(value)}";

    /// <summary>What stands between <c>//</c> and the last <c>@</c>: a password may have one, too.</summary>
    [GeneratedRegex("//[^/\\s]*@")]
    private static partial Regex Password();
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HilBench.Meter;
using HilBench.RigFiles;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;
using HilBench.Simulation.Crash;
using HilBench.Simulation.Lives;
using HilBench.Simulation.Trials;

namespace HilBench.Cli;

/// <summary><c>hilbench simulate</c>: many lives of a household, and a cut in every write of the memory.</summary>
internal static class SimulateCommand
{
    private const string Help = """
        Lives many lives of a household on the meter model and compares each with a ledger; cuts the power in
        every write of the memory. One life in a thousand also runs on the virtual rig: keys pressed, glass read.
        A broken promise is printed as the shortest feature that shows it.

        Examples:
          hilbench simulate                              1000 lives of 100 events, profiles mixed
          hilbench simulate --lives 100000 --seed 7 --jobs 2
          hilbench simulate --crash exhaustive           every byte of every page, on model, eeprom and file
          hilbench simulate --profile clou --json        one profile, and one JSON line
          hilbench simulate --lives 1000000 --nats nats://lab        lived by the workers of a lab

        Exit codes: 0 every promise was kept, 1 one was broken, 2 bad input, 130 stopped.
        """;

    private const ulong DefaultLives = 1_000;
    private const ulong MostLives = 1_000_000_000;
    private const int MostJobs = 256;
    private static readonly string[] Searches = ["none", "linear", "exhaustive"];

    public static Command Create()
    {
        var lives = Options.Whole("--lives", "How many; 1000 unless given, none beside --crash.", 1, MostLives);
        var seed = Options.Whole("--seed", "All chance comes from it; 1 unless given.", 0, ulong.MaxValue);
        var jobs = Options.Whole("--jobs", "Threads; as many as there are processors unless given.", 1, MostJobs);
        var crash = new Option<string>("--crash")
        {
            Description = "Cut the power in the writes of the memory.",
            HelpName = string.Join('|', Searches),
            DefaultValueFactory = _ => "none",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!Searches.Contains(text))
                    result.AddError($"--crash is \"{Excerpt.Of(text)}\"; allowed: {string.Join(", ", Searches)}");
                return text;
            },
        };
        var profile = new Option<string?>("--profile")
        {
            Description = "A profile by name or file; all that are shipped unless given.", HelpName = "NAME|FILE",
        };
        var json = new Option<bool>("--json") { Description = "One line of JSON instead of text." };
        var lab = new LabOptions();
        var command = new Command("simulate", Help) { lives, seed, crash, profile, jobs, json };
        lab.AddTo(command);
        command.SetAction(parsed => Run(new Request(
            parsed.GetValue(lives), parsed.GetValue(seed) ?? 1, parsed.GetValue(crash)!,
            parsed.GetValue(profile), (int)(parsed.GetValue(jobs) ?? (ulong)Environment.ProcessorCount),
            parsed.GetValue(json), lab.Of(parsed))));
        return command;
    }

    private static int Run(Request request)
    {
        IReadOnlyList<MeterProfile> profiles = request.Profile is { } name
            ? [ProfileFiles.Load(name)]
            : [.. ProfileFiles.Names.Select(ProfileFiles.Load)];
        using var interrupt = new Interrupt();
        try
        {
            return Run(request, profiles, interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("it was stopped before its end: nothing is known of the rest");
            return ExitCodes.Aborted;
        }
    }

    private static int Run(Request request, IReadOnlyList<MeterProfile> profiles, CancellationToken stop)
    {
        var crashes = request.Crash == "none" ? [] : Crash(request, profiles, stop);
        var wanted = (long)(request.Lives ?? (crashes.Count > 0 ? 0 : DefaultLives));
        var watch = Stopwatch.StartNew();
        var run = new LivesRun(profiles, Model) { Stop = stop };
        var lived = request.Lab is { } lab && wanted > 0
            ? LabLives.Lives(lab, run, profiles, wanted, request.Seed)
            : run.Run(wanted, request.Seed, request.Jobs);
        var took = watch.Elapsed;
        // Where the model breaks a promise, pins prove nothing more.
        PinLife[] chosen = lived.Failure is null ? [.. run.ThroughPins(wanted, request.Seed)] : [];
        var pins = new PinLives(chosen, request.Jobs, stop).Run();
        var failure = crashes.FirstOrDefault(one => one.Failure is not null)?.Failure ?? lived.Failure ?? pins.Failure;
        var report = new SimulateReport(request.Crash, request.Profile, crashes, lived, pins, failure);
        Console.Out.Write(request.Json ? report.Json() : report.Text());
        // How long it took is no part of the result, which is the same on every machine.
        if (!request.Json) Tell(lived, took, pins);
        return failure is null ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private static void Tell(LivesResult lived, TimeSpan took, PinResult pins)
    {
        var culture = CultureInfo.InvariantCulture;
        if (lived.Lives > 0)
            Console.Error.WriteLine(string.Create(culture, $"{lived.Lives / took.TotalSeconds:0} lives a second"));
        if (pins.Lives > 0)
        {
            Console.Error.WriteLine(
                string.Create(culture, $"{pins.Took.TotalSeconds / pins.Lives:0.0} s for a life through pins"));
        }
    }

    private static IReadOnlyList<CrashResult> Crash(
        Request request, IReadOnlyList<MeterProfile> profiles, CancellationToken stop)
    {
        var search = request.Crash == "linear" ? CrashSearch.Linear : CrashSearch.Exhaustive;
        var sweep = new CrashSweep(profiles, Model, search);
        return request.Lab is { } lab
            ? LabLives.Crashes(lab, sweep, profiles, search, stop)
            : sweep.Run(request.Jobs, stop);
    }

    private static IFirmware Model(MeterProfile profile) => new ModelFirmware(profile);

    private sealed record Request(
        ulong? Lives, ulong Seed, string Crash, string? Profile, int Jobs, bool Json, LabPlace? Lab);
}

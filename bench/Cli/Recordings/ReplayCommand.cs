using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Input;
using HilBench.Recording;
using HilBench.Recording.Replaying;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench replay</c>: does again what recordings hold, and says where an answer is another one.</summary>
internal static class ReplayCommand
{
    private const int MostJobs = 256;

    private const string Help = """
        Does again what a recording holds, on today's meter, and compares every answer. Nothing of the features is
        needed. A folder is a suite: every recording below it.

        Examples:
          hilbench replay report/scenarios/credit-12/recording.hbr
          hilbench replay last-month --rig none            a folder, on the model alone
          hilbench replay lab/meter-7.hbr --rig virtual    what was recorded on another rig

        Exit codes: 0 the same, 1 another answer, 2 bad input, 3 rig fault, 4 not repeatable on this rig, 130 aborted.
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var path = new Argument<string>("FILE|DIR") { Description = "A recording, or a folder of recordings." };
        var rig = new Option<string?>("--rig")
        {
            Description = "A rig by name (hilbench rig list) or file; the recorded one if not given.",
            HelpName = "NAME|FILE",
        };
        var jobs = Options.Whole(
            "--jobs", "How many recordings are replayed at once; one on each core if not given.", 1, MostJobs);
        var fitting = new Option<bool>("--fitting")
        {
            Description = "Leaves out recordings that need more than the rig has, and says how many.",
        };
        var json = new Option<bool>("--json") { Description = "One JSON line for each recording." };
        var command = new Command("replay", Help) { path, rig, jobs, fitting, json };
        command.SetAction(parsed =>
        {
            using var interrupt = new Interrupt();
            var suite = new ReplaySuite(
                parsed.GetValue(rig), (int?)parsed.GetValue(jobs) ?? Environment.ProcessorCount,
                parsed.GetValue(fitting), interrupt.Token);
            var results = suite.Run(FilesOf(parsed.GetValue(path)!));
            Print(results, parsed.GetValue(json));
            return ExitCode(results, interrupt.Token.IsCancellationRequested);
        });
        return command;
    }

    /// <summary>In the order of their names.</summary>
    private static string[] FilesOf(string path)
    {
        if (!Directory.Exists(path)) return [path];
        string[] files;
        try
        {
            files = Directory.GetFiles(path, "*" + FlightRecording.Ending, SearchOption.AllDirectories);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{InputFile.Shown(path)}: cannot be searched: {wrong.Message}");
        }

        if (files.Length == 0)
        {
            throw new SettingsException(
                $"{InputFile.Shown(path)}: no recording (*{FlightRecording.Ending}) is below it");
        }

        return [.. files.Order(StringComparer.Ordinal)];
    }

    private static int ExitCode(IReadOnlyList<ReplayResult> results, bool isStopped)
    {
        if (isStopped) return ExitCodes.Aborted;
        if (results.Any(one => one.Mistake is not null)) return ExitCodes.BadInput;
        var verdicts = results.Select(one => one.Outcome?.Verdict).ToHashSet();
        return verdicts.Contains(ReplayVerdict.RigFault) ? ExitCodes.RigFault
            : verdicts.Contains(ReplayVerdict.Diverged) ? ExitCodes.Failed
            : verdicts.Contains(ReplayVerdict.Invalid) ? ExitCodes.Invalid
            : ExitCodes.Passed;
    }

    private static void Print(IReadOnlyList<ReplayResult> results, bool json)
    {
        foreach (var one in results.Where(one => one.Mistake is not null)) Console.Error.WriteLine(one.Mistake);
        if (json)
        {
            foreach (var one in results) Console.WriteLine(JsonSerializer.Serialize(LineOf(one), Json));
            return;
        }

        foreach (var one in results.Where(one => one.Outcome is not (null or { Verdict: ReplayVerdict.Same })))
            Tell(one);
        Sum(results);
    }

    private static object LineOf(ReplayResult one) => new
    {
        one.File,
        Scenario = one.Place,
        one.Rig,
        Verdict = one.Mistake is not null ? "unreadable" : one.LeftOut is not null ? "leftOut" : WordOf(one.Outcome),
        one.Outcome?.Answers,
        one.IsCut,
        Seconds = one.Outcome?.First?.At.TotalSeconds,
        Step = one.StepOfFirst,
        one.Outcome?.First?.Recorded,
        one.Outcome?.First?.Now,
        Why = one.Mistake ?? one.LeftOut ?? one.Outcome?.Why,
    };

    private static string WordOf(ReplayOutcome? outcome) => outcome?.Verdict switch
    {
        null => "stopped",
        ReplayVerdict.Same => "same",
        ReplayVerdict.Diverged => "diverged",
        ReplayVerdict.Invalid => "invalid",
        _ => "rigFault",
    };

    private static void Tell(ReplayResult one)
    {
        var outcome = one.Outcome!;
        Console.WriteLine($"{HeadlineOf(outcome.Verdict)}: {Printable.Line(one.Title)}");
        Console.WriteLine($"  {Printable.Line(one.File)}, of {Printable.Line(one.Place)}");
        if (outcome.Why is { } why) Console.WriteLine($"  {Printable.Line(why)}");
        if (outcome.First is not { } first) return;
        Console.WriteLine($"  at {EventWords.Seconds(first.At)}, {Printable.Line(one.StepOfFirst ?? "")}");
        Console.WriteLine($"    recorded: {Printable.Line(first.Recorded)}");
        Console.WriteLine($"    now:      {Printable.Line(first.Now)}");
        if (first.Before.Count == 0) return;
        Console.WriteLine("  before it:");
        foreach (var before in first.Before)
            Console.WriteLine($"    {EventWords.Seconds(before.At),12}  {Printable.Line(EventWords.Of(before))}");
    }

    private static string HeadlineOf(ReplayVerdict verdict) => verdict switch
    {
        ReplayVerdict.Diverged => "ANOTHER ANSWER",
        ReplayVerdict.Invalid => "NOT REPEATABLE",
        _ => "RIG FAULT",
    };

    private static void Sum(IReadOnlyList<ReplayResult> results)
    {
        var rigs = results.Select(one => one.Rig).OfType<string>().Distinct().ToArray();
        (int Count, string Word)[] counts =
        [
            (Count(ReplayVerdict.Same), "the same"), (Count(ReplayVerdict.Diverged), "with another answer"),
            (Count(ReplayVerdict.Invalid), "not repeatable"), (Count(ReplayVerdict.RigFault), "rig fault"),
            (results.Count(one => one.LeftOut is not null), "left out"),
            (results.Count(one => one.Mistake is not null), "unreadable"),
            (results.Count(one => one is { Outcome: null, LeftOut: null, Mistake: null }), "not begun"),
        ];
        var told = string.Join(", ", counts.Where(one => one.Count > 0).Select(one => $"{one.Count} {one.Word}"));
        var answers = results.Sum(one => one.Outcome?.Answers ?? 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{results.Count} recording{(results.Count == 1 ? "" : "s")} on rig {string.Join(", ", rigs)}: {told}; "
            + $"{answers:#,0} answers compared"));
        if (results.Count(one => one.IsCut) is > 0 and var cut)
            Console.WriteLine($"{cut} of the recordings were cut, and compared as far as they go");

        int Count(ReplayVerdict verdict) => results.Count(one => one.Outcome?.Verdict == verdict);
    }
}

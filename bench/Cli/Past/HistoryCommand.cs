using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.History;
using HilBench.Input;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench history</c>: what runs of the past proved, and what changed between them.</summary>
internal static class HistoryCommand
{
    private const int RunsListed = 20;
    private const int RunsCompared = 1000;
    private const ulong MostRuns = 1_000_000;
    private const ulong MostDays = 100_000;

    private const string Help = """
        What runs of the past proved. Each `hilbench run` is in it, but on a CI server (CI is set) only with --history.

        Examples:
          hilbench history                     the latest runs
          hilbench history show last           the red scenarios of a run, and since when they are red
          hilbench history diff 41 last        newly red, mended, new, gone, slower
          hilbench history flips               red and green though nothing was different
          hilbench history prune --keep-days 90
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var file = new Option<string?>(HistoryPlace.Option)
        {
            Description = "The file; that of this user if not given.", HelpName = "FILE", Recursive = true,
        };
        var json = new Option<bool>("--json") { Description = "One JSON document.", Recursive = true };
        var most = Options.Whole("--last", $"How many runs; {RunsListed} if not given.", 1, MostRuns);
        var among = Options.Whole("--last", $"Of how many runs; {RunsCompared} if not given.", 1, MostRuns);
        var list = new Command("list", "The latest runs.") { most };
        var which = RunArgument("RUN");
        var show = new Command("show", "The red scenarios of a run, and since which run they are red.") { which };
        var (before, after) = (RunArgument("A"), RunArgument("B"));
        var diff = new Command("diff", "What changed from run A to run B.") { before, after };
        var flips = new Command("flips", "Scenarios that ended in different ways though nothing was different.")
        {
            among,
        };
        var days = Options.Whole("--keep-days", "Younger runs stay.", 0, MostDays);
        days.Required = true;
        var prune = new Command("prune", "Forgets old runs.") { days };
        var command = new Command("history", Help) { list, show, diff, flips, prune };
        command.Options.Add(file);
        command.Options.Add(json);
        void On(Command one, Func<ParseResult, HistoryFile, Answer> answer) => one.SetAction(parsed =>
        {
            using var history = HistoryFile.Open(HistoryPlace.ToRead(parsed.GetValue(file)), create: false);
            answer(parsed, history).Print(parsed.GetValue(json));
            return ExitCodes.Passed;
        });
        On(command, (_, history) => Listed(new Past(history).Runs(RunsListed)));
        On(list, (parsed, history) => Listed(new Past(history).Runs((int)(parsed.GetValue(most) ?? RunsListed))));
        On(show, (parsed, history) => Shown(new Past(history), parsed.GetValue(which)!));
        On(diff, (parsed, history) =>
            Compared(new Past(history), parsed.GetValue(before)!, parsed.GetValue(after)!));
        On(flips, (parsed, history) =>
            Flipped(new Past(history).Flips((int)(parsed.GetValue(among) ?? RunsCompared))));
        On(prune, (parsed, history) => Pruned(new Past(history), parsed.GetValue(days)!.Value));
        return command;
    }

    private static Argument<string> RunArgument(string name) => new(name)
    {
        Description = "The number of a run, or last.",
    };

    private static PastRun Find(Past past, string which)
    {
        var id = which == "last" ? past.Last
            : long.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new SettingsException(
                $"hilbench history: \"{Excerpt.Of(which)}\" is no run; allowed: the number of a run, or last");
        return (id is { } known ? past.Run(known) : null) ?? throw new SettingsException(past.Last is { } last
            ? $"hilbench history: there is no run {which}; the latest is {last}"
            : "hilbench history: there is no run yet");
    }

    private static Answer Listed(IReadOnlyList<PastRun> runs) => new(
        runs,
        runs.Count == 0 ? ["there is no run yet"] : Columns.Of(
            ["run", "began (UTC)", "rig", "seed", "state", "verdicts"],
            runs.Select(run => (string[])
            [
                $"{run.Id}", run.Head.Began.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), run.Head.Rig,
                $"{run.Head.Seed}", StateOf(run), ChangeWords.VerdictsOf(run),
            ])));

    private static Answer Shown(Past past, string which)
    {
        var run = Find(past, which);
        var scenarios = past.Scenarios(run);
        var red = scenarios.Where(one => !one.Verdict.IsGood()).ToArray();
        var report = PastReport.Of(past, run);
        string[] lines =
        [
            $"run {run.Id}, {StateOf(run)}: {ChangeWords.VerdictsOf(run)} on rig {run.Head.Rig}, "
                + $"seed {run.Head.Seed}",
            $"began {run.Head.Began:yyyy-MM-dd HH:mm:ss} UTC: {run.Head.Command}",
            .. report is not null ? [$"report {report.Folder}"]
                : run.Head.Report is { } gone ? [$"its report is not in {gone} any more"] : Array.Empty<string>(),
            .. BenchWords.Of(scenarios),
            .. red.SelectMany(one => (string[])
            [
                "",
                $"{one.Verdict.Word().ToUpperInvariant()}: {one.Name}",
                $"  {one.Place}: {one.Message}",
                .. one.Where is { } where ? [$"  {where.InWords}"] : Array.Empty<string>(),
                .. one.RedSince is { } since && since != run.Id ? [$"  red since run {since}"] : Array.Empty<string>(),
                .. report?.RecordingOf(one) is { } recording ? [$"  recording {recording}"] : Array.Empty<string>(),
            ]),
        ];
        return new Answer(
            new
            {
                run,
                report = report?.Folder,
                scenarios,
                recordings = red.Select(one => new { one.Name, recording = report?.RecordingOf(one) })
                    .Where(one => one.recording is not null),
            },
            lines);
    }

    private static Answer Compared(Past past, string first, string second)
    {
        var (before, after) = (Find(past, first), Find(past, second));
        var changes = RunDifference.Of(past.Scenarios(before), past.Scenarios(after));
        string[] lines =
        [
            $"from run {before.Id} ({ChangeWords.VerdictsOf(before)}) "
                + $"to run {after.Id} ({ChangeWords.VerdictsOf(after)}):",
            .. changes.Count == 0 ? ["nothing changed"] : changes.Select(ChangeWords.Of),
        ];
        return new Answer(new { before, after, changes }, lines);
    }

    private static Answer Flipped(IReadOnlyList<Flip> flips) => new(flips, flips.Count == 0
        ? ["no scenario ended in different ways while nothing was different"]
        : [.. flips.Select(LineOf)]);

    private static string LineOf(Flip flip)
    {
        var (least, most) = flip.RedShare;
        var what = $"{flip.Name}: red in {flip.Red} of {flip.Runs} runs on rig {flip.Rig}, seed {flip.Seed}"
            + BenchWords.Of(flip.Where);
        return flip.IsVirtual
            ? $"{what}: this must not be on a rig in virtual time; the bench is wrong, please report it"
            : string.Create(CultureInfo.InvariantCulture, $"{what}: {least:P0} to {most:P0}, with 95 % confidence");
    }

    private static Answer Pruned(Past past, ulong days)
    {
        var gone = past.Forget(DateTime.UtcNow - TimeSpan.FromDays(days));
        return new Answer(new { forgotten = gone }, [$"{gone} {(gone == 1 ? "run is" : "runs are")} forgotten"]);
    }

    private static string StateOf(PastRun run) => run.State switch
    {
        RunState.Running => "still running",
        RunState.Aborted => "aborted, it has no end",
        _ => run.Verdicts.ContainsKey(Verdict.Aborted) ? "stopped" : run.IsGreen ? "green" : "red",
    };

    /// <summary>The same for programs and for people.</summary>
    private sealed record Answer(object Value, IReadOnlyList<string> Lines)
    {
        public void Print(bool json)
        {
            if (json) Console.WriteLine(JsonSerializer.Serialize(Value, Json));
            else foreach (var line in Lines) Console.WriteLine(Printable.Line(line));
        }
    }
}

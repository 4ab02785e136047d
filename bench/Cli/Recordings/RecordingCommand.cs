using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HilBench.Input;
using HilBench.Recording;
using HilBench.Recording.Looking;
using HilBench.Recording.Looking.Vcd;
using HilBench.Scenarios;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary><c>hilbench recording</c>: looks at what a scenario has left in a <c>recording.hbr</c>.</summary>
internal static class RecordingCommand
{
    private const string Help = """
        Looks at the recording of a scenario, which `hilbench run --report DIR` leaves in DIR/scenarios/.

        Examples:
          hilbench recording show recording.hbr                    what a customer would tell
          hilbench recording show recording.hbr --step 3 --only all   all of one step
          hilbench recording show recording.hbr --json | jq .      for programs
          hilbench recording vcd recording.hbr > wave.vcd          for GTKWave, Surfer and PulseView
        """;

    private const decimal MostSeconds = 100_000_000_000;

    public static Command Create() => new("recording", Help) { Show(), Vcd() };

    private static Command Show()
    {
        var file = FileArgument();
        var only = new Option<string[]>("--only")
        {
            Description = $"Only these, with commas: {string.Join(", ", Subjects.Words)}.", HelpName = "WORDS",
            AllowMultipleArgumentsPerToken = false,
        };
        var (from, to) = (Seconds("--from", "Nothing before."), Seconds("--to", "Nothing after."));
        var step = Options.Whole("--step", "Only this step, counted from 1.", 1, int.MaxValue);
        var json = new Option<bool>("--json") { Description = "One JSON object a line, for each event." };
        var command = new Command("show", "A timeline to read.") { file, only, from, to, step, json };
        command.SetAction(parsed =>
        {
            var view = new TimelineView
            {
                Only = SubjectsOf(parsed.GetValue(only) ?? []),
                From = parsed.GetValue(from), To = parsed.GetValue(to), Step = (int?)parsed.GetValue(step),
            };
            if (view.From > view.To)
                throw new SettingsException("hilbench recording show: --from is after --to, so nothing is left");
            var recording = FlightRecording.Read(parsed.GetValue(file)!);
            Check(view, recording);
            var lines = parsed.GetValue(json) ? TimelineJson.Lines(recording, view)
                : new Timeline(recording, view).Lines().Select(line => Printable.Line(line));
            RecordingOutput.Write(to =>
            {
                using var text = new StreamWriter(to, leaveOpen: true) { NewLine = "\n" };
                foreach (var line in lines) text.WriteLine(line);
            });
            return ExitCodes.Passed;
        });
        return command;
    }

    private static Command Vcd()
    {
        var file = FileArgument();
        var command = new Command("vcd", "Its wires as a value change dump, on standard output.") { file };
        command.SetAction(parsed =>
        {
            var recording = FlightRecording.Read(parsed.GetValue(file)!);
            RecordingOutput.Write(to => VcdFile.Write(recording, to));
            if (recording.IsCut) Console.Error.WriteLine(Printable.Line(Timeline.CutNote(recording)));
            return ExitCodes.Passed;
        });
        return command;
    }

    private static Argument<string> FileArgument() => new("FILE")
    {
        Description = $"A recording, such as recording{FlightRecording.Ending}.",
    };

    private static void Check(TimelineView view, FlightRecording recording)
    {
        var steps = recording.Head.Steps.Count;
        if (view.Step > steps)
        {
            throw new SettingsException(
                $"hilbench recording show: --step is {view.Step}, but {recording.File} has {steps} steps");
        }
    }

    private static HashSet<Subject>? SubjectsOf(string[] given)
    {
        if (given.Length == 0) return null;
        var all = new HashSet<Subject>();
        foreach (var word in given.SelectMany(words => words.Split(',')).Select(word => word.Trim()))
        {
            all.UnionWith(Subjects.Of(word) ?? throw new SettingsException(
                $"hilbench recording show: --only does not know \"{Excerpt.Of(OneLine.Whole(word))}\"; "
                + $"{NearestName.Question(word, Subjects.Words)}allowed: {string.Join(", ", Subjects.Words)}"));
        }

        return all;
    }

    private static Option<TimeSpan?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        CustomParser = result => SecondsOf(name, result),
    };

    private static TimeSpan? SecondsOf(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= MostSeconds)
            return new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond));
        result.AddError($"{name} is \"{Excerpt.Of(text)}\"; allowed: seconds from the start of the rig, such as 12.5");
        return null;
    }
}

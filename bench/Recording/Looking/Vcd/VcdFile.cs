using System.Globalization;
using System.Text;

namespace HilBench.Recording.Looking.Vcd;

/// <summary>
/// A recording as a value change dump (IEEE 1364-2001, clause 18) for GTKWave, Surfer and PulseView: its wires as
/// wires; what has no levels, such as bytes, pictures and the step, as string variables, an extension of GTKWave's.
/// </summary>
/// <remarks>
/// Not in it: the two wires of an I2C bus. A recording has a transfer as a whole, at the time when it ended.
/// </remarks>
public sealed class VcdFile
{
    private const string Nothing = "-";

    private readonly FlightRecording _recording;
    private readonly VcdVariable[] _wires;
    private readonly VcdVariable[] _lines;
    private readonly VcdVariable[] _glass;
    private readonly VcdVariable _step;
    private readonly VcdVariable _keys;
    private readonly VcdVariable _answer;
    private readonly VcdVariable _told;
    private readonly VcdVariable _wanted;
    private readonly VcdVariable _gap;
    private readonly List<VcdVariable> _all = [];
    private readonly TextWriter _to;
    private long _now;

    private VcdFile(FlightRecording recording, TextWriter to)
    {
        (_recording, _to) = (recording, to);
        _wires = [.. recording.WireNames.Select(Wire)];
        _step = Text("scenario", "step");
        _keys = Text("scenario", "keys");
        _glass = [.. Enumerable.Range(1, GlassLines(recording)).Select(line => Text("scenario", $"glass_{line}"))];
        _answer = Text("meter", "answer");
        _told = Text("meter", "input");
        _wanted = Text("meter", "effect");
        _lines = [.. recording.LineNames.Select(line => Text("buses", line))];
        _gap = Text("scenario", "gap");
    }

    /// <summary>Writes all of it.</summary>
    public static void Write(FlightRecording recording, Stream to)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        new VcdFile(recording, text).Write();
    }

    private static int GlassLines(FlightRecording recording) => Math.Max(
        recording.Head.Lines,
        recording.Events.OfType<GlassSeen>().Select(glass => glass.Lines.Count).DefaultIfEmpty(0).Max());

    private VcdVariable Wire(string name) => Add(VcdVariable.ScopeOf(name), name, isText: false);

    private VcdVariable Text(string scope, string name) => Add(scope, name, isText: true);

    private VcdVariable Add(string scope, string name, bool isText)
    {
        var one = new VcdVariable(scope, VcdText.Name(name), VcdText.Identifier(_all.Count), isText);
        _all.Add(one);
        return one;
    }

    private void Write()
    {
        var head = _recording.Head;
        _to.WriteLine($"$version hilbench {VcdText.Comment(head.Program)} $end");
        _to.WriteLine($"$comment {VcdText.Comment($"{head.File}:{head.Line} {head.Title}")} $end");
        _to.WriteLine("$timescale 100 ns $end");
        foreach (var scope in _all.GroupBy(one => one.Scope))
        {
            _to.WriteLine($"$scope module {scope.Key} $end");
            foreach (var one in scope) _to.WriteLine(one.Declaration);
            _to.WriteLine("$upscope $end");
        }

        _to.WriteLine("$enddefinitions $end");
        _to.WriteLine("#0");
        _to.WriteLine("$dumpvars");
        foreach (var one in _wires) _to.WriteLine($"0{one.Id}");
        foreach (var one in _all.Where(one => one.IsText)) Say(one, Nothing);
        _to.WriteLine("$end");
        Changes();
        // The last value lasts until the end, and a viewer is to show that.
        GoTo(_recording.Length.Ticks);
        GoTo(_now + 1);
    }

    private void Changes()
    {
        var (step, unknown) = (int.MinValue, long.MaxValue);
        var beforeGaps = BeforeGaps();
        foreach (var one in Entry.Of(_recording))
        {
            var isGap = one.Event is null && one.Moment.IsGap;
            if (isGap || one.At.Ticks >= unknown)
            {
                if (unknown < long.MaxValue) BeginGap(Math.Min(unknown, one.At.Ticks));
                unknown = long.MaxValue;
            }

            GoTo(one.At.Ticks);
            if (one.Step != step) Say(_step, StepText(step = one.Step));
            if (one.Event is { } noted) Note(noted);
            else Move(one.Moment);
            // Nothing is known from right after the last level that is there.
            if (one.Event is null && beforeGaps.Contains(one.Place)) unknown = one.At.Ticks + 1;
        }
    }

    /// <summary>The places of what came last before each gap.</summary>
    private HashSet<long> BeforeGaps() => _recording.Wires.Zip(_recording.Wires.Skip(1))
        .Where(two => two.Second.IsGap).Select(two => two.First.Place).ToHashSet();

    private void Move(WireMoment moment)
    {
        if (moment.IsGap) Say(_gap, Nothing);
        else if (moment.Line >= 0) SayAgain(_lines[moment.Line], WireWords.Transfer(moment, _recording));
        else Level(moment.IsHigh ? '1' : '0', _wires[moment.Wire]);
    }

    private void BeginGap(long at)
    {
        GoTo(at);
        foreach (var wire in _wires) Level('x', wire);
        foreach (var line in _lines) Say(line, "?");
        Say(_gap, WireWords.Gap(_recording));
    }

    private void Note(RecordedEvent one)
    {
        switch (one)
        {
            case RigCall call when TimelineWords.SubjectOf(call) == Subject.Keys:
                SayAgain(_keys, TimelineWords.Of(call));
                break;
            case GlassSeen glass:
                for (var line = 0; line < _glass.Length; line++)
                    Say(_glass[line], line < glass.Lines.Count ? glass.Lines[line] : "");
                break;
            case AnswerGiven answer:
                SayAgain(_answer, answer.Result);
                break;
            case MeterTold told:
                SayAgain(_told, told.Text);
                break;
            case MeterWanted wanted:
                SayAgain(_wanted, wanted.Text);
                break;
        }
    }

    private string StepText(int step) => step >= 0 && step < _recording.Head.Steps.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{step + 1} {_recording.Head.Steps[step]}")
        : _recording.StepOf(step);

    private void GoTo(long at)
    {
        if (at <= _now) return;
        _now = at;
        _to.Write('#');
        _to.WriteLine(at);
    }

    private void Level(char level, VcdVariable wire)
    {
        _to.Write(level);
        _to.WriteLine(wire.Id);
    }

    private void Say(VcdVariable variable, string text)
    {
        if (variable.Text == text) return;
        variable.Text = text;
        _to.WriteLine($"s{VcdText.Value(text)} {variable.Id}");
    }

    /// <summary>What happens once more looks different, or nobody would see that it happened.</summary>
    private void SayAgain(VcdVariable variable, string text) =>
        Say(variable, variable.Text == text ? text + " (again)" : text);
}

using System.Globalization;
using HilBench.Roles;

namespace HilBench.Recording.Looking;

/// <summary>A recording as a text: what it is of, the steps as headings, and what happened below each.</summary>
public sealed class Timeline
{
    private const int TimeWidth = 13;
    private const int LabelWidth = 8;

    /// <summary>The label of what is only counted.</summary>
    private const string Inside = "inside";

    private readonly FlightRecording _recording;
    private readonly TimelineView _view;
    private readonly Folding _folding;
    private readonly string _format;

    public Timeline(FlightRecording recording, TimelineView view)
    {
        (_recording, _view) = (recording, view);
        _folding = new Folding(recording, isUsual: view.Only is null);
        // An E pulse lasts a microsecond, a customer's key a tenth of a second.
        _format = view.Wants(Subject.Pins) || view.Wants(Subject.Bus) ? "0.0000000" : "0.000";
    }

    public IEnumerable<string> Lines() => Head().Concat(Steps()).Concat(Tail());

    private IEnumerable<string> Head()
    {
        var head = _recording.Head;
        string[] all =
        [
            $"{head.Title} ({head.Feature})",
            $"  file     {head.File}:{head.Line}",
            string.Create(CultureInfo.InvariantCulture,
                $"  rig      {RigOf(head)}, seed {head.Seed}"),
            string.Create(CultureInfo.InvariantCulture,
                $"  meter    {MeterOf(head)}, its clock began at {head.Begins:yyyy-MM-dd HH:mm:ss} UTC"),
            $"  verdict  {Verdict()}",
        ];
        return _recording.End?.WithoutInside is { } why ? [.. all, $"  inside   not recorded: {why}"] : all;
    }

    private static string RigOf(RecordingHead head)
    {
        var bench = head.Bench is null ? "" : $" of bench {head.Bench}";
        return $"{head.Rig}{bench}, {(head.IsVirtual ? "virtual time" : "time on the wall")}";
    }

    private static string MeterOf(RecordingHead head)
    {
        var meter = RigLabels.MeterOf(head.Model, head.Serial, head.Firmware);
        return meter.Length == 0 ? $"profile {head.Profile}" : $"{meter}, profile {head.Profile}";
    }

    private string Verdict() => _recording.End is not { } end ? "unknown: the recording has no end"
        : end.Verdict.ToUpperInvariant() + (end.Step is { } step && step >= 0 && step < _recording.Head.Steps.Count
            ? $" in step {step + 1}" : "")
        + (end.Message is { } message ? $": {message}" : "");

    private IEnumerable<string> Steps()
    {
        // Step -1 is what came before the first.
        var next = -1;
        foreach (var (step, entries) in ByStep())
        {
            for (; next < step; next++)
            {
                foreach (var line in Without(next)) yield return line;
            }

            next = step + 1;
            yield return "";
            yield return Heading(step);
            foreach (var line in _folding.Lines(entries.Shown)) yield return Told(line);
            if (Counted(entries) is { } counted) yield return counted;
        }

        for (; next < _recording.Head.Steps.Count; next++)
        {
            foreach (var line in Without(next)) yield return line;
        }
    }

    /// <summary>A step in which nothing happened at the rig.</summary>
    private IEnumerable<string> Without(int step)
    {
        if (!_view.IsWhole || step < 0 || step >= _recording.Head.Steps.Count) return [];
        var wasNotRun = _recording.End?.Step is { } wrong && step > wrong;
        var isUnknown = _recording.End is null && step > LastStep;
        return ["", Heading(step) + (wasNotRun ? " (not run)" : isUnknown ? " (not in the recording)" : "")];
    }

    private int LastStep => _recording.Events.Count > 0 ? _recording.Events.Max(one => one.Step) : -1;

    private IEnumerable<(int Step, StepEntries Entries)> ByStep()
    {
        var (step, entries) = (-1, new StepEntries());
        foreach (var one in Entry.Of(_recording).Where(one => _view.Wants(one.At, one.Step)))
        {
            if (one.Step != step && !entries.IsEmpty)
            {
                yield return (step, entries);
                entries = new StepEntries();
            }

            step = one.Step;
            if (_view.Wants(one.Subject)) entries.Shown.Add(one);
            else if (_view.Only is null) entries.Count(one);
        }

        if (!entries.IsEmpty) yield return (step, entries);
    }

    private string Heading(int step)
    {
        if (step < 0 || step >= _recording.Head.Steps.Count) return $"        {_recording.StepOf(step)}";
        var text = string.Create(CultureInfo.InvariantCulture, $"step {step + 1,-2} {_recording.Head.Steps[step]}");
        var isWrong = _recording.End is { } end && end.Step == step;
        return isWrong ? $"{text}   <-- {_recording.End!.Verdict}" : text;
    }

    private string Told(TimelineLine line) =>
        line.At.TotalSeconds.ToString(_format, CultureInfo.InvariantCulture).PadLeft(TimeWidth)
        + "  " + line.Label.PadRight(LabelWidth) + "  " + line.Text;

    private static string? Counted(StepEntries entries)
    {
        string?[] parts =
        [
            Several(entries.Levels, "level", "levels"),
            Several(entries.Transfers, "transfer", "transfers"),
            Several(entries.PortBytes, "byte on the port", "bytes on the port"),
            Several(entries.MeterEvents, "input or effect of the meter", "inputs and effects of the meter"),
        ];
        return parts.Any(part => part is not null)
            ? new string(' ', TimeWidth + 2) + Inside.PadRight(LabelWidth + 2)
                + string.Join(", ", parts.Where(part => part is not null))
            : null;
    }

    private static string? Several(long count, string one, string many) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    private IEnumerable<string> Tail()
    {
        if (_view.IsWhole && _recording.Events.OfType<GlassSeen>().LastOrDefault() is { } last)
        {
            yield return "";
            foreach (var line in GlassDrawing.Draw(last.Lines, _recording.Head.Columns)) yield return "  " + line;
            yield return $"  the display at the end, since {TimelineWords.Seconds(last.At)}";
        }

        if (!_recording.IsCut) yield break;
        yield return "";
        yield return CutNote(_recording);
    }

    /// <summary>One line for a file that is not whole.</summary>
    public static string CutNote(FlightRecording recording) =>
        $"{recording.File}: is cut or damaged; what is whole ends at {TimelineWords.Seconds(recording.Length)}";

    /// <summary>What of a step is told, and how much is only counted.</summary>
    private sealed class StepEntries
    {
        public List<Entry> Shown { get; } = [];

        public long Levels { get; private set; }

        public long Transfers { get; private set; }

        public long PortBytes { get; private set; }

        public long MeterEvents { get; private set; }

        public bool IsEmpty => Shown.Count == 0 && Levels + Transfers + PortBytes + MeterEvents == 0;

        public void Count(Entry one)
        {
            if (one.Subject == Subject.Meter) MeterEvents++;
            else if (one.Subject == Subject.Bus) Transfers++;
            else if (one.Subject == Subject.Port) PortBytes += one.Moment.Bytes?.Length ?? 0;
            else if (!one.Moment.IsGap) Levels++;
        }
    }
}

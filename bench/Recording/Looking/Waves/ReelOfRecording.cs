namespace HilBench.Recording.Looking.Waves;

/// <summary>Sorts a recording into lanes.</summary>
internal sealed class ReelOfRecording(FlightRecording recording)
{
    private readonly List<TimeSpan>[] _edges = [.. recording.WireNames.Select(_ => new List<TimeSpan>())];
    private readonly EventList[] _bytes = [.. recording.LineNames.Select(_ => new EventList())];
    private readonly EventList _steps = new();
    private readonly EventList _glass = new();
    private readonly EventList _deeds = new();
    private readonly EventList _told = new();
    private readonly EventList _wanted = new();
    private readonly List<WaveGap> _gaps = [];
    private TimeSpan _last;

    public WaveReel Read()
    {
        foreach (var one in recording.Wires) Take(one);
        foreach (var one in recording.Events) Take(one);
        foreach (var (at, _, step) in new StepPlaces(recording).Begins) _steps.Add(at, recording.StepOf(step));
        return new WaveReel(
            [
                _steps.Lane(WaveKind.Step, "step"), _glass.Lane(WaveKind.Glass, "glass"),
                _deeds.Lane(WaveKind.Deeds, "deeds"),
                .. recording.WireNames.Select((name, wire) => new LevelLane(
                    WaveNames.KindOf(name), name, startsHigh: false, _edges[wire].ToArray())),
                .. recording.LineNames.Select((name, line) => _bytes[line].Lane(WaveNames.KindOfLine(name), name)),
                _told.Lane(WaveKind.Told, "told"), _wanted.Lane(WaveKind.Wanted, "wanted"),
            ],
            TimeSpan.Zero, recording.Length > _last ? recording.Length : _last, _gaps);
    }

    private void Take(WireMoment one)
    {
        var before = _last;
        if (one.At > _last) _last = one.At;
        if (one.IsGap) _gaps.Add(new WaveGap(before, _last));
        else if (one.Line >= 0) _bytes[one.Line].Add(_last, new SentBytes(one.Traffic, one.Bytes ?? []));
        else if (_edges[one.Wire].Count % 2 != 0 != one.IsHigh) _edges[one.Wire].Add(_last);
    }

    private void Take(RecordedEvent one)
    {
        switch (one)
        {
            case GlassSeen glass:
                _glass.Add(one.At, glass.Lines);
                break;
            case MeterTold told:
                _told.Add(one.At, told.Text);
                break;
            case MeterWanted wanted:
                _wanted.Add(one.At, wanted.Text);
                break;
            case AnswerGiven or BeepHeard or ChipMisused or FaultStruck:
                _deeds.Add(one.At, TimelineWords.Of(one));
                break;
            case RigCall call when IsDeed(call):
                _deeds.Add(one.At, $"{TimelineWords.SubjectOf(call).Word()}: {TimelineWords.Of(call)}");
                break;
        }
    }

    /// <summary>What was asked and waited for is no deed.</summary>
    private static bool IsDeed(RigCall call) =>
        TimelineWords.SubjectOf(call) is not (Subject.Asked or Subject.Waits or Subject.Front)
        && call.Do != RigVerb.ReadLoadSwitch;

    /// <summary>Events come in the order of their times (<see cref="FlightRecording.Events"/>).</summary>
    private sealed class EventList
    {
        private readonly List<TimeSpan> _times = [];
        private readonly List<object> _contents = [];

        public void Add(TimeSpan at, object content)
        {
            _times.Add(at);
            _contents.Add(content);
        }

        public EventLane Lane(WaveKind kind, string name) =>
            new(kind, name, _times.ToArray(), _contents.ToArray());
    }
}

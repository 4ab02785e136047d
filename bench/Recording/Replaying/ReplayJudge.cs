using HilBench.Roles;

namespace HilBench.Recording.Replaying;

/// <summary>
/// Compares what a rig answers with what was recorded: the answer to each call, and in their order the pictures on the
/// glass, the answers to tokens, the beeps and the findings. Times are not compared: another rig has other ones.
/// </summary>
internal sealed class ReplayJudge
{
    private const int MostBefore = 10;

    private readonly FlightRecording _recording;
    private readonly Tolerance _tolerance;
    private readonly Queue<RecordedEvent> _before = new();
    private readonly Dictionary<Type, Track> _tracks;
    private RigCall? _expected;
    private Divergence? _first;
    private int _answers;

    public ReplayJudge(FlightRecording recording, RigPlan plan)
    {
        _recording = recording;
        _tolerance = new Tolerance(recording.Head, plan);
        _tracks = new Type[] { typeof(GlassSeen), typeof(AnswerGiven), typeof(BeepHeard), typeof(ChipMisused) }
            .Where(_tolerance.Compares)
            .ToDictionary(type => type, type => new Track(
                recording.Events.Where(one => one.GetType() == type).OrderBy(one => one.Place), _tolerance.Counts));
    }

    public bool HasDiverged => _first is not null;

    /// <summary>This is done next.</summary>
    public void Expect(RigCall call) => _expected = call;

    /// <summary>The rig has done or shown something.</summary>
    public void Hear(RecordedEvent one)
    {
        if (HasDiverged) return;
        if (one is RigCall call) Hear(call);
        else if (_tracks.TryGetValue(one.GetType(), out var track)) Hear(one, track);
        Remember(one);
    }

    /// <summary>An answer that had to be asked for in another way.</summary>
    public void Answer(string now, TimeSpan at)
    {
        if (!HasDiverged && _expected is { } was) Compare(was, was with { At = at, Saw = now });
    }

    /// <summary>All has been done: what was recorded beyond that did not happen now.</summary>
    public void Finish(TimeSpan now)
    {
        var missing = _tracks.Values.Where(track => track.Next is { } next && _tolerance.MustCome(next, _recording))
            .Select(track => track.Next!).OrderBy(next => next.At).FirstOrDefault();
        if (!HasDiverged && missing is not null)
            Diverge(now, missing.Step, EventWords.Of(missing), "nothing of the kind");
    }

    public ReplayOutcome Outcome() =>
        new(HasDiverged ? ReplayVerdict.Diverged : ReplayVerdict.Same, _answers) { First = _first };

    private void Hear(RigCall call)
    {
        if (_expected is { } was && was.Do == call.Do) Compare(was, call);
    }

    private void Compare(RigCall was, RigCall now)
    {
        if (_tolerance.AreAlike(was, now))
        {
            if (was.Saw is not null) _answers++;
            return;
        }

        Diverge(now.At, was.Step, EventWords.Of(was), EventWords.Of(now));
    }

    private void Hear(RecordedEvent now, Track track)
    {
        if (!track.IsNew(now)) return;
        var was = track.Take();
        if (was is null)
        {
            if (_tolerance.MayCome(now, _recording)) return;
            Diverge(now.At, now.Step, "nothing of the kind", EventWords.Of(now));
        }
        else if (_tolerance.AreAlike(was, now))
        {
            _answers++;
        }
        else
        {
            Diverge(now.At, was.Step, EventWords.Of(was), EventWords.Of(now));
        }
    }

    private void Diverge(TimeSpan at, int step, string recorded, string now) =>
        _first = new Divergence(at, step, recorded, now, [.. _before]);

    private void Remember(RecordedEvent one)
    {
        if (HasDiverged || one is RigCall { Do: RigVerb.Settle or RigVerb.Wait or RigVerb.Vouch }) return;
        _before.Enqueue(one);
        if (_before.Count > MostBefore) _before.Dequeue();
    }

    /// <summary>Events of one kind, in the order in which they were seen.</summary>
    private sealed class Track
    {
        private readonly Func<RecordedEvent, RecordedEvent?, bool> _counts;
        private readonly List<RecordedEvent> _events = [];
        private RecordedEvent? _last;
        private int _taken;

        public Track(IEnumerable<RecordedEvent> events, Func<RecordedEvent, RecordedEvent?, bool> counts)
        {
            _counts = counts;
            foreach (var one in events)
            {
                if (counts(one, _events.Count > 0 ? _events[^1] : null)) _events.Add(one);
            }
        }

        public RecordedEvent? Next => _taken < _events.Count ? _events[_taken] : null;

        /// <summary>It counts, beside what came last.</summary>
        public bool IsNew(RecordedEvent one)
        {
            if (!_counts(one, _last)) return false;
            _last = one;
            return true;
        }

        public RecordedEvent? Take() => _taken < _events.Count ? _events[_taken++] : null;
    }
}

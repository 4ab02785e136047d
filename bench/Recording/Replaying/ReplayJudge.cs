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
        foreach (var track in _tracks.Values)
        {
            if (track.Doubtful is { } doubtful && !HasDiverged) Differ(track.Next, doubtful);
        }

        var missing = _tracks.Values.Where(track => track.Next is { } next && _tolerance.MustCome(next, _recording))
            .Select(track => track.Next!).OrderBy(next => next.At).FirstOrDefault();
        if (!HasDiverged && missing is not null)
            Diverge(now, missing.Step, EventWords.Of(missing), "nothing of the kind");
    }

    public ReplayOutcome Outcome() =>
        new(HasDiverged ? ReplayVerdict.Diverged : ReplayVerdict.Same, _answers) { First = _first };

    private void Hear(RigCall call)
    {
        // That something cannot be done here is no answer of the meter, unless it is its scanner that did not see a key.
        if (_expected is not { } was || was.Do != call.Do || _tolerance.IsNoAnswer(was, call)) return;
        Compare(was, call);
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
        if (track.Doubtful is { } doubtful && !Doubted(doubtful, now, track)) return;
        if (track.Next is { } was && _tolerance.AreAlike(was, now))
        {
            Agree(track);
        }
        else if (track.Next is { } passed && track.AfterNext is { } later && _tolerance.AreAlike(later, now)
            && _tolerance.IsBrief(passed.At, later.At))
        {
            track.Take();
            Agree(track);
        }
        else if (_tolerance.ToleratesBrief(now))
        {
            track.Doubtful = now;
        }
        else
        {
            Differ(track.Next, now);
        }
    }

    /// <summary>A picture that fitted nothing was no other answer if it was gone at once, and what comes now fits.</summary>
    private bool Doubted(RecordedEvent doubtful, RecordedEvent now, Track track)
    {
        track.Doubtful = null;
        var fits = (track.Next is { } was && _tolerance.AreAlike(was, now))
            || (track.AfterNext is { } later && _tolerance.AreAlike(later, now));
        if (fits && _tolerance.IsBrief(doubtful.At, now.At)) return true;
        Differ(track.Next, doubtful);
        return false;
    }

    private void Agree(Track track)
    {
        track.Take();
        _answers++;
    }

    private void Differ(RecordedEvent? was, RecordedEvent now)
    {
        if (was is null && _tolerance.MayCome(now, _recording)) return;
        Diverge(
            now.At, was?.Step ?? now.Step, was is null ? "nothing of the kind" : EventWords.Of(was),
            EventWords.Of(now));
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

        /// <summary>It fitted nothing, and may be gone before anybody could read it.</summary>
        public RecordedEvent? Doubtful { get; set; }

        public RecordedEvent? AfterNext => _taken + 1 < _events.Count ? _events[_taken + 1] : null;

        public RecordedEvent? Next => _taken < _events.Count ? _events[_taken] : null;

        /// <summary>It counts, beside what came last.</summary>
        public bool IsNew(RecordedEvent one)
        {
            if (!_counts(one, _last)) return false;
            _last = one;
            return true;
        }

        public void Take() => _taken++;
    }
}

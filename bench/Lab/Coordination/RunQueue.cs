using System.Diagnostics;
using HilBench.Input;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>The runs of a lab that wait or go on, this one among them.</summary>
/// <param name="board">The lab.</param>
/// <param name="key">The key of this run.</param>
internal sealed class RunQueue(LabBoard board, string key)
{
    private readonly Dictionary<string, (RunNote Note, long Seen)> _others = new(StringComparer.Ordinal);
    private Kept<RunNote>? _own;
    private long _written;
    private RunNote? _last;

    /// <summary>
    /// The run is this coordinator's, as far as it knows: one that was refused, or that somebody has taken over from,
    /// must not touch what the other one does.
    /// </summary>
    public bool IsOurs => _own is not null;

    /// <summary>What this run tells of itself.</summary>
    public RunNote Note { get; private set; } = new();

    /// <summary>Begins, or takes over from a coordinator that is gone.</summary>
    /// <exception cref="SettingsException">It is not gone, or there is no such run.</exception>
    public async Task Begin(RunNote note, bool isResumed, CancellationToken stop)
    {
        Note = note with { Since = board.Bus.Now };
        var there = await board.Runs.Get(key, stop);
        if (!isResumed)
        {
            _own = await Written(await board.Runs.Create(key, Note, stop));
            return;
        }

        if (there?.Value is not { } before || (before.HasEnded && before.Done < before.Scenarios))
            throw new SettingsException($"--resume: there is no run {key} to go on with");
        if (before.Digest != note.Digest)
            throw new SettingsException($"--resume: run {key} has other scenarios, another seed or another build");
        // One that has all its verdicts may have died before it wrote its report.
        if (!before.HasEnded) await DemandThatItIsGone(there, before, stop);
        Note = Note with { Since = before.Since };
        _own = await Written(await board.Runs.Update(key, Note, there.Revision, stop));
    }

    /// <summary>The one before may have been killed a moment ago: it is gone when it says nothing more.</summary>
    private async Task DemandThatItIsGone(Kept<RunNote> there, RunNote before, CancellationToken stop)
    {
        var left = board.Bus.Pace.GoneAfter - (board.Bus.Now - there.Written);
        if (left <= TimeSpan.Zero) return;
        await Task.Delay(left < board.Bus.Pace.GoneAfter ? left : board.Bus.Pace.GoneAfter, stop);
        if ((await board.Runs.Get(key, stop))?.Revision != there.Revision)
            throw new SettingsException($"--resume: run {key} has a coordinator, on {before.Host}");
    }

    /// <summary>A run of somebody else is told of.</summary>
    public void Saw(Kept<RunNote> run)
    {
        if (run.Key == key) return;
        if (run.Value is { HasEnded: false } note) _others[run.Key] = (note, Stopwatch.GetTimestamp());
        else _others.Remove(run.Key);
    }

    /// <summary>A run that comes before this one for a bench; null when none does.</summary>
    public RunNote? Before(string bench) => Live.Where(one => one.Note.Wants.Contains(bench)
        && one.Note.IsBefore(Note, one.Key, key)).Select(one => one.Note).FirstOrDefault();

    /// <summary>A run of a higher priority has nothing and waits for this bench.</summary>
    public bool IsNeededMore(string bench) => Live.Any(one => one.Note.Priority > Note.Priority
        && one.Note.Holds.Count == 0 && one.Note.Wants.Contains(bench));

    /// <summary>Which of those that want the same benches this one is, from 1.</summary>
    public int Position => 1 + Live.Count(one =>
        one.Note.Wants.Intersect(Note.Wants).Any() && one.Note.IsBefore(Note, one.Key, key));

    /// <summary>Tells the lab what there is to tell, again and again and at once when it has changed hands.</summary>
    /// <exception cref="LabException">Another coordinator has taken the run over.</exception>
    public async Task Tell(RunNote note, CancellationToken stop)
    {
        Note = note;
        var isSame = _last is { } last && last.Wants.SequenceEqual(note.Wants) && last.Holds.SequenceEqual(note.Holds);
        if (isSame && Stopwatch.GetElapsedTime(_written) < board.Bus.Pace.NoteEvery) return;
        if (_own is null) throw new LabException(TakenOver);
        var revision = await board.Runs.Update(key, note, _own.Revision, stop);
        if (revision is null && await board.Runs.Get(key, stop) is null)
            revision = await board.Runs.Create(key, note, stop);
        _own = await Written(revision);
        _last = note;
    }

    /// <summary>Says that the run has ended, if it is still this coordinator's.</summary>
    public async Task End(RunNote note, CancellationToken stop)
    {
        if (_own is not { } own) return;
        _own = null;
        await board.Runs.Update(key, note with { HasEnded = true, Wants = [], Holds = [] }, own.Revision, stop);
    }

    private string TakenOver => $"another coordinator has taken over run {key}";

    private IEnumerable<(string Key, RunNote Note)> Live => _others
        .Where(one => Stopwatch.GetElapsedTime(one.Value.Seen) < board.Bus.Pace.GoneAfter)
        .Select(one => (one.Key, one.Value.Note));

    private Task<Kept<RunNote>> Written(ulong? revision)
    {
        if (revision is not { } now)
        {
            _own = null;
            throw new LabException(TakenOver);
        }

        _written = Stopwatch.GetTimestamp();
        return Task.FromResult(new Kept<RunNote>(key, Note, now, board.Bus.Now));
    }
}

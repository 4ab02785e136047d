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

        if (there?.Value is not { HasEnded: false } before)
            throw new SettingsException($"--resume: there is no run {key} to go on with");
        if (before.Digest != note.Digest)
            throw new SettingsException($"--resume: run {key} has other scenarios, another seed or another build");
        if (board.Bus.Now - there.Written < board.Bus.Pace.GoneAfter)
            throw new SettingsException($"--resume: run {key} has a coordinator, on {before.Host}");
        Note = Note with { Since = before.Since };
        _own = await Written(await board.Runs.Update(key, Note, there.Revision, stop));
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
        var revision = _own is null
            ? await board.Runs.Create(key, note, stop) : await board.Runs.Update(key, note, _own.Revision, stop);
        if (revision is null && await board.Runs.Get(key, stop) is null)
            revision = await board.Runs.Create(key, note, stop);
        _own = await Written(revision);
        _last = note;
    }

    public Task End(CancellationToken stop) =>
        board.Runs.Put(key, Note with { HasEnded = true, Wants = [], Holds = [] }, stop);

    private IEnumerable<(string Key, RunNote Note)> Live => _others
        .Where(one => Stopwatch.GetElapsedTime(one.Value.Seen) < board.Bus.Pace.GoneAfter)
        .Select(one => (one.Key, one.Value.Note));

    private Task<Kept<RunNote>> Written(ulong? revision)
    {
        if (revision is not { } now) throw new LabException($"another coordinator has taken over run {key}");
        _written = Stopwatch.GetTimestamp();
        return Task.FromResult(new Kept<RunNote>(key, Note, now, board.Bus.Now));
    }
}

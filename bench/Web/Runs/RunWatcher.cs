using HilBench.History;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Web.Runs;

/// <summary>
/// Hears a run on its own threads and keeps what a page shows of it: the state of each scenario, and the newest picture
/// of each display that somebody presses keys at.
/// </summary>
internal sealed class RunWatcher(RunRequest request) : IRunAudience, IRunOnlooker
{
    /// <summary>How the program is called in the command that repeats a scenario.</summary>
    private const string Program = "hilbench";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, RunRow> _rows = [];
    private readonly Dictionary<Place, LiveGlass> _glasses = [];
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private readonly List<string> _told = [];
    private bool _hasBegun;
    private int _total;
    private ulong _seed;
    private long _changes;

    /// <summary>Goes up with everything that can be seen.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public bool HasBegun => _hasBegun;

    /// <summary>What was there before, with what is known now.</summary>
    public RunView Look(RunView before)
    {
        lock (_lock)
        {
            return before with
            {
                Total = _total,
                Seed = _seed,
                Rows = new Dictionary<string, RunRow>(_rows),
                Verdicts = new Dictionary<Verdict, int>(_verdicts),
                Glasses = [.. _glasses.Values.OrderBy(glass => glass.Name, StringComparer.Ordinal)],
                Told = [.. _told],
            };
        }
    }

    public void Tell(string line) => Change(() => _told.Add(line));

    public void Begins(RunReading reading, ulong seed) => Change(() =>
    {
        foreach (var scenario in reading.Cases) _rows[RunLog.NameOf(scenario)] = RunRow.Waiting;
        foreach (var left in reading.LeftOut) _rows[RunLog.NameOf(left.Case)] = RunRow.LeftOut(left.Why);
        (_total, _seed, _hasBegun) = (reading.Cases.Count, seed, true);
    });

    public void Started(ScenarioCase scenario) => Change(() => _rows[RunLog.NameOf(scenario)] = RunRow.Running);

    public void Finished(ScenarioResult result) => Change(() =>
    {
        _glasses.Remove(result.Case.Place);
        _verdicts[result.Verdict] = _verdicts.GetValueOrDefault(result.Verdict) + 1;
        _rows[RunLog.NameOf(result.Case)] = RowOf(result);
    });

    public void AllRan() => Change(_glasses.Clear);

    /// <summary>What came after the scenarios may have spoilt their verdicts.</summary>
    public void Ended(RunOutcome outcome) => Change(() =>
    {
        _verdicts.Clear();
        var files = ReportFiles.Of(request.Report!, outcome);
        foreach (var result in outcome.Results)
        {
            _verdicts[result.Verdict] = _verdicts.GetValueOrDefault(result.Verdict) + 1;
            var (folder, names) = files[result.Case.Place];
            _rows[RunLog.NameOf(result.Case)] = RowOf(result) with { Folder = folder, Files = names };
        }
    });

    public string Again(ScenarioCase scenario, ulong seed) => request.Again(Program, scenario, seed);

    public void Built(ScenarioCase scenario, IMeterRig rig)
    {
        if (rig.TokenPort is not null) return;
        var glass = new LiveGlass(
            RunLog.NameOf(scenario), scenario.Title, rig.Glass.Read(), rig.Glass.Columns, rig.Glass.Kind);
        Change(() => _glasses[scenario.Place] = glass);
    }

    public void Saw(ScenarioCase scenario, RecordedEvent one)
    {
        if (one is not GlassSeen glass) return;
        Change(() =>
        {
            if (_glasses.TryGetValue(scenario.Place, out var before))
                _glasses[scenario.Place] = before with { Lines = glass.Lines };
        });
    }

    private static RunRow RowOf(ScenarioResult result) => new(result.Verdict, IsRunning: false)
    {
        Message = result.Message, Step = StepOf(result), Took = result.WallTime,
    };

    /// <summary>Most messages begin with their sentence.</summary>
    private static string? StepOf(ScenarioResult result) =>
        result.Step is { } step && result.Message?.StartsWith(step.Text, StringComparison.Ordinal) is not true
            ? step.ToString() : null;

    private void Change(Action change)
    {
        lock (_lock) change();
        Interlocked.Increment(ref _changes);
    }
}

using HilBench.Input;
using HilBench.Recording;
using HilBench.Recording.Replaying;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Cli;

/// <summary>
/// Replays recordings, several at once where the rig allows it. Results come in the order of the files.
/// </summary>
internal sealed class ReplaySuite(string? rig, int jobs, bool fitting, CancellationToken stop)
{
    private readonly Dictionary<string, RigPlan> _plans = new(StringComparer.Ordinal);
    private readonly Lock _planning = new();

    public IReadOnlyList<ReplayResult> Run(IReadOnlyList<string> files)
    {
        var named = rig is null ? null : PlanOf(rig);
        var results = new ReplayResult[files.Count];
        // Where no rig is named each recording names its own; one that exists once is used by one at a time.
        var most = named?.MostAtOnce ?? jobs;
        var next = -1;
        void Work()
        {
            while (Interlocked.Increment(ref next) is var index && index < files.Count)
                results[index] = Replay(files[index], named);
        }

        var threads = Enumerable.Range(1, Math.Clamp(Math.Min(jobs, most), 1, files.Count))
            .Select(job => new Thread(Work) { Name = $"replays {job}" }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        foreach (var plan in _plans.Values)
        {
            if (plan.Finish() is { } left) Console.Error.WriteLine(left);
        }

        return results;
    }

    private ReplayResult Replay(string file, RigPlan? named)
    {
        var result = new ReplayResult(InputFile.Shown(file));
        if (stop.IsCancellationRequested) return result;
        try
        {
            var recording = FlightRecording.Read(file, withWires: false);
            var today = named ?? PlanOf(recording.Head.Rig);
            result = result.Of(recording, today.Name);
            if (!recording.Calls.Any()) return result with { Outcome = Nothing(recording) };
            var lacking = RecordedRigs.Lacking(recording, today);
            if (lacking.Count > 0) return Lacking(result, today, lacking);
            var plan = RecordedRigs.PlanFor(recording, today);
            var outcome = plan.MostAtOnce == 1
                ? Alone(() => new RigReplay(recording, plan).Run()) : new RigReplay(recording, plan).Run();
            return result.With(recording, outcome);
        }
        catch (SettingsException wrong)
        {
            return result with { Mistake = wrong.Message };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return result;
        }
        catch (Exception wrong)
        {
            var outcome = new ReplayOutcome(ReplayVerdict.RigFault, 0) { Why = WhyOf(wrong) };
            return result with { Outcome = outcome };
        }
    }

    /// <summary>What holds nothing can be no proof that all is the same.</summary>
    private static ReplayOutcome Nothing(FlightRecording recording) => new(ReplayVerdict.Invalid, 0)
    {
        Why = recording.IsCut
            ? "the file was cut, and what is left holds nothing that could be done again"
            : "it holds nothing that could be done again",
    };

    private ReplayResult Lacking(ReplayResult result, RigPlan today, IReadOnlyList<string> lacking)
    {
        var why = $"rig {today.Name} does not have {string.Join(", ", lacking)}";
        return fitting
            ? result with { LeftOut = why }
            : result with { Outcome = new ReplayOutcome(ReplayVerdict.Invalid, 0) { Why = why } };
    }

    private T Alone<T>(Func<T> work)
    {
        lock (_planning) return work();
    }

    private RigPlan PlanOf(string name)
    {
        lock (_planning)
        {
            if (_plans.TryGetValue(name, out var known)) return known;
            var plan = (Rigs.Load(name) with { Stop = stop }).AttendedBy(new TerminalOperator());
            plan.Prepare();
            return _plans[name] = plan;
        }
    }

    private static string WhyOf(Exception wrong) =>
        wrong is RigFaultException ? wrong.Message : $"{wrong.GetType().Name}: {wrong.Message}";
}

/// <summary>The replay of one file.</summary>
internal sealed record ReplayResult(string File)
{
    /// <summary>What cannot be read, in one line that begins with the file.</summary>
    public string? Mistake { get; init; }

    /// <summary>Why it was not replayed.</summary>
    public string? LeftOut { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The feature file and the line of the scenario.</summary>
    public string Place { get; init; } = "";

    /// <summary>The rig it was replayed on.</summary>
    public string? Rig { get; init; }

    public ReplayOutcome? Outcome { get; init; }

    /// <summary>The recording ends in the middle.</summary>
    public bool IsCut { get; init; }

    /// <summary>The step in which an answer was another one.</summary>
    public string? StepOfFirst { get; init; }

    public ReplayResult Of(FlightRecording recording, string rig) => this with
    {
        IsCut = recording.IsCut,
        Title = recording.Head.Title,
        Place = $"{recording.Head.File}:{recording.Head.Line}",
        Rig = rig,
    };

    public ReplayResult With(FlightRecording recording, ReplayOutcome outcome) => this with
    {
        Outcome = outcome,
        StepOfFirst = outcome.First is { } first ? recording.StepOf(first.Step) : null,
    };
}

using System.Collections.Concurrent;
using HilBench.Lab.Bus;
using HilBench.Lab.Coordination;
using HilBench.Lab.Told;
using HilBench.Runs;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Nights;

/// <summary>A coordinator of a night, at the end of a cable of its own, and what it was told.</summary>
internal sealed class NightRun : IRunAudience, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _key = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<ScenarioResult> _finished = new();
    private LabBus? _bus;
    private Task<RunOutcome>? _running;

    private NightRun(Cable cable) => Cable = cable;

    public Cable Cable { get; }

    /// <summary>The key of the run, when it has begun.</summary>
    public Task<string> Key => _key.Task;

    /// <summary>Verdicts in the order in which it heard of them.</summary>
    public IReadOnlyCollection<ScenarioResult> Finished => _finished;

    public static async Task<NightRun> Start(LabNight night, string feature, Func<LabRequest, LabRequest>? how = null)
    {
        var run = new NightRun(new Cable(night.Broker.Port));
        run._bus = await LabBus.Open(LabAddress.Of(run.Cable.Url), "anna", null, LabNight.Cancel, night.Pace);
        var wanted = new LabRequest { Build = LabNight.Build, What = Path.GetFileName(feature) };
        var site = new LabSite(new LabBoard(run._bus), how?.Invoke(wanted) ?? wanted) { Begins = run._key.SetResult };
        var request = new RunRequest { Paths = [feature], Rig = "lab", Steps = [LabNight.StepFile], Jobs = 1 };
        run._running = Task.Factory.StartNew(
            () => new BenchRun(request, run) { Site = site }.Run(run._stop.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return run;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<IReadOnlyList<ScenarioResult>> Results() =>
        (await _running!.WaitAsync(TimeSpan.FromSeconds(120), LabNight.Cancel)).Results;

    /// <summary>To the lab it is as if its program had been killed; nothing of it is heard any more.</summary>
    public void Kill() => Cable.Pull();

    public void Tell(string line)
    {
    }

    public void Begins(RunReading reading, ulong seed)
    {
    }

    public void Started(ScenarioCase scenario)
    {
    }

    void IRunListener.Finished(ScenarioResult result) => _finished.Enqueue(result);

    public void AllRan()
    {
    }

    public void Ended(RunOutcome outcome)
    {
    }

    public string Again(ScenarioCase scenario, ulong seed) => "again";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running!);
        await _bus!.DisposeAsync();
        await Cable.DisposeAsync();
        _stop.Dispose();
    }
}


namespace HilBench.Scenarios.Running;

/// <summary>
/// Runs bound scenarios, several at once when asked, each on one thread from beginning to end. Results come in the
/// order
/// of the scenarios, whatever the number of jobs.
/// </summary>
public sealed class Runner(BindingRegistry registry, RunOptions options)
{
    /// <summary>Deep call chains of a scenario need no more than this.</summary>
    private const int StackBytes = 1 << 20;

    private readonly Lock _listening = new();
    private int _next;

    public IReadOnlyList<ScenarioResult> Run(IReadOnlyList<BoundScenario> scenarios)
    {
        var results = new ScenarioResult[scenarios.Count];
        _next = -1;
        var jobs = Math.Clamp(options.Jobs, 1, Math.Max(1, scenarios.Count));
        if (jobs == 1)
        {
            Work(scenarios, results);
            return results;
        }

        var threads = Enumerable.Range(1, jobs)
            .Select(job => new Thread(() => Work(scenarios, results), StackBytes) { Name = $"scenarios {job}" })
            .ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return results;
    }

    private void Work(IReadOnlyList<BoundScenario> scenarios, ScenarioResult[] results)
    {
        while (Interlocked.Increment(ref _next) is var index && index < scenarios.Count)
        {
            Tell(listener => listener.Started(scenarios[index].Case));
            results[index] = new ScenarioRun(scenarios[index], registry, options).Run();
            Tell(listener => listener.Finished(results[index]));
        }
    }

    private void Tell(Action<IRunListener> say)
    {
        if (options.Listener is null) return;
        lock (_listening) say(options.Listener);
    }
}

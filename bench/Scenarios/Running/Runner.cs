using System.Collections.Concurrent;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Running;

/// <summary>
/// Runs checked scenarios, several at once when asked, each on one thread from beginning to end. Results come in the
/// order of the scenarios, whatever the number of jobs. Whatever is thrown while a scenario runs, be it by a listener,
/// is a fault of the bench in that scenario, and the others go on.
/// </summary>
public sealed class Runner(StepEngine engine, RunOptions options)
{
    /// <summary>Deep call chains of a scenario need no more than this.</summary>
    private const int StackBytes = 1 << 20;

    private readonly Lock _listening = new();
    private readonly FeatureInfos _features = new();
    private readonly ConcurrentDictionary<string, Exception> _spoilt = new(StringComparer.Ordinal);
    private int _next;
    private volatile bool _isOver;

    public IReadOnlyList<ScenarioResult> Run(IReadOnlyList<ScenarioCase> scenarios)
    {
        var results = new ScenarioResult?[scenarios.Count];
        (_next, _isOver) = (-1, false);
        var jobs = Math.Clamp(options.Jobs, 1, Math.Max(1, scenarios.Count));
        if (jobs == 1)
        {
            Work(scenarios, results);
            return Judged(results);
        }

        var threads = Enumerable.Range(1, jobs)
            .Select(job => new Thread(() => Work(scenarios, results), StackBytes) { Name = $"scenarios {job}" })
            .ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return Judged(results);
    }

    /// <summary>
    /// Where a hook at the end of a feature has thrown, none of its scenarios is known to be good, whoever ran it.
    /// </summary>
    private ScenarioResult[] Judged(ScenarioResult?[] results) =>
    [
        .. results.OfType<ScenarioResult>().Select(result => _spoilt.TryGetValue(result.Case.Place.File, out var wrong)
            ? result.SpoiltBy(wrong) : result),
    ];

    private void Work(IReadOnlyList<ScenarioCase> scenarios, ScenarioResult?[] results)
    {
        using var worker = new RunWorker(
            engine, _features, options, (file, wrong) => _spoilt.TryAdd(file, wrong));
        while (!_isOver && Interlocked.Increment(ref _next) is var index && index < scenarios.Count)
        {
            var result = results[index] = RunOne(worker, scenarios[index]);
            if (options.FailFast && !result.Verdict.IsGood()) _isOver = true;
        }
    }

    private ScenarioResult RunOne(RunWorker worker, ScenarioCase scenario)
    {
        ScenarioResult result;
        try
        {
            Tell(listener => listener.Started(scenario));
            result = KnownDefect.Judged(worker.Run(scenario) with { Where = options.Where });
        }
        catch (Exception wrong)
        {
            result = Fault(scenario, wrong);
        }

        try
        {
            Tell(listener => listener.Finished(result));
            return result;
        }
        catch (Exception wrong)
        {
            return result.Verdict == Verdict.Passed ? Fault(scenario, wrong) : result;
        }
    }

    private void Tell(Action<IRunListener> say)
    {
        if (options.Listener is null) return;
        lock (_listening) say(options.Listener);
    }

    private ScenarioResult Fault(ScenarioCase scenario, Exception wrong) => new()
    {
        Case = scenario,
        Verdict = Verdict.RigFault,
        Seed = scenario.Seed(options.Seed),
        Message = $"{wrong.GetType().Name}: {wrong.Message}",
        Cause = wrong,
        Where = options.Where,
    };
}

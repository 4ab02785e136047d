namespace HilBench.Scenarios.Running;

/// <summary>
/// Makes asynchronous steps run on the scenario's own thread: continuations queue up here and are run by whoever waits
/// for the step. Nothing reaches the thread pool, so a seed replays.
/// </summary>
internal sealed class ScenarioThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _waiting = new();
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _posted = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            _waiting.Enqueue((d, state));
            _posted.Set();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Runs what is posted until the step is done, then passes on what it threw.</summary>
    public void Complete(object? returned, CancellationToken stop)
    {
        var task = returned switch
        {
            Task already => already,
            ValueTask value => value.AsTask(),
            _ => null,
        };
        if (task is null) return;
        if (!task.IsCompleted) WakeAtTheEndOf(task);
        while (!task.IsCompleted)
        {
            if (TryNext(out var next)) next.Work(next.State);
            else _posted.Wait(stop);
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>A step that leaves this thread ends elsewhere and posts nothing: nobody would wake up.</summary>
    private void WakeAtTheEndOf(Task task) => task.ContinueWith(
        static (_, waiting) => ((ScenarioThread)waiting!).Post(static _ => { }, null),
        this,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private bool TryNext(out (SendOrPostCallback Work, object? State) next)
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out next)) return true;
            _posted.Reset();
            return false;
        }
    }
}

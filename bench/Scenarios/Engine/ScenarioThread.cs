namespace HilBench.Scenarios.Engine;

/// <summary>
/// Makes asynchronous steps run on the scenario's own thread: continuations queue up here and are run by whoever waits
/// for the step. Nothing reaches the thread pool, so a seed replays.
/// </summary>
internal sealed class ScenarioThread(CancellationToken stop)
{
    private CancellationToken _stop = stop;
    private Continuations _continuations = new();

    /// <summary>What the last step or hook that failed has thrown.</summary>
    public Exception? LastThrown { get; set; }

    /// <summary>Runs the work and all that it leaves for later, then returns or throws what it did.</summary>
    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public T Run<T>(Func<Task<T>> work)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_continuations);
        try
        {
            _stop.ThrowIfCancellationRequested();
            var task = work();
            _continuations.RunUntil(task, _stop);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <summary>
    /// From here on nothing is stopped: contacts must open and ports close. What an asynchronous step that was left
    /// alone still wants to do stays undone.
    /// </summary>
    public void LetCleanUp()
    {
        _stop = CancellationToken.None;
        _continuations = new Continuations();
    }

    private sealed class Continuations : SynchronizationContext
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

        public void RunUntil(Task task, CancellationToken stop)
        {
            if (!task.IsCompleted) WakeAtTheEndOf(task);
            while (!task.IsCompleted)
            {
                // Work that posts itself anew would never let the queue run dry.
                stop.ThrowIfCancellationRequested();
                if (TryNext(out var next)) next.Work(next.State);
                else _posted.Wait(stop);
            }
        }

        /// <summary>A step that leaves this thread ends elsewhere and posts nothing: nobody would wake up.</summary>
        private void WakeAtTheEndOf(Task task) => task.ContinueWith(
            static (_, waiting) => ((Continuations)waiting!).Post(static _ => { }, null),
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
}

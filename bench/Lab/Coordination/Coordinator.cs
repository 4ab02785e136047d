using System.Threading.Channels;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Coordination;

/// <summary>
/// Brings the scenarios of one run to the benches of a lab, one at a time to each, until every one has its verdict.
/// Whatever happens is told by the broker and done on one thread, so a coordinator that takes over begins as this one
/// did: with what is written there.
/// </summary>
internal sealed class Coordinator
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(3);

    private readonly LabBoard _board;
    private readonly LabRun _run;
    private readonly RunQueue _queue;
    private readonly BenchCrew _crew;
    private readonly VerdictDesk _verdicts;
    private readonly Channel<Func<CancellationToken, Task>> _news =
        Channel.CreateUnbounded<Func<CancellationToken, Task>>(new UnboundedChannelOptions { SingleReader = true });

    public Coordinator(LabBoard board, LabRun run)
    {
        (_board, _run) = (board, run);
        _queue = new RunQueue(board, run.Key);
        _verdicts = new VerdictDesk(board, run);
        _crew = new BenchCrew(board, run, _queue, _verdicts);
    }

    /// <summary>Results that lie beside their verdicts, until somebody has them in a report.</summary>
    public IReadOnlyList<Parcel> Parcels => _verdicts.Opened;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="LabException">Somebody else has taken the run over, or the broker refuses.</exception>
    public async Task<IReadOnlyList<ScenarioResult>> Run(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var followers = Task.CompletedTask;
        try
        {
            await _queue.Begin(_crew.Note(), _run.IsResumed, stop);
            _run.Begins?.Invoke(_run.Key);
            foreach (var run in await _board.Runs.All(">", stop)) _queue.Saw(run);
            if (_run.IsResumed) await Resume(stop);
            followers = AllOrTheFirstThatFails(
                _board.Benches.Follow(">", card => Tell(_ => Do(() => _crew.Saw(card))), end.Token),
                _board.Leases.Follow(">", lease => Tell(_ => Do(() => _crew.Saw(lease))), end.Token),
                _board.Runs.Follow(">", run => Tell(_ => Do(() => _queue.Saw(run))), end.Token),
                _board.Verdicts.Follow($"{_run.Key}.>", one => Tell(now => _crew.Heard(one, now)), end.Token));
            var connection = _board.Bus.UntilReconnected;
            while (!_run.Book.IsDone)
            {
                // Nothing more would be heard.
                if (followers.IsFaulted) await followers;
                if (connection.IsCancellationRequested)
                {
                    connection = _board.Bus.UntilReconnected;
                    await _run.Features.SendAgain(_board.Bus, _run.Sheet, stop);
                }

                await _crew.Step(stop);
                await News(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What has no verdict yet is aborted.
        }
        finally
        {
            await end.CancelAsync();
            await Quietly(followers);
            await Leave();
        }

        return _verdicts.All();
    }

    /// <summary>What is known of the run already; nothing of it is done twice.</summary>
    private async Task Resume(CancellationToken stop)
    {
        foreach (var card in await _board.Benches.All(">", stop)) _crew.Saw(card);
        foreach (var lease in await _board.Leases.All(">", stop)) _crew.Saw(lease);
        foreach (var one in await _board.Verdicts.All($"{_run.Key}.>", stop)) await _verdicts.Saw(one, stop);
        foreach (var given in await _board.Work.All($"*.{_run.User}", stop))
        {
            if (given.Value is { } work && work.Run == _run.Key) _run.Book.Know(work.Scenario, work.Attempt);
        }
    }

    private static async Task AllOrTheFirstThatFails(params Task[] tasks)
    {
        var left = tasks.ToList();
        while (left.Count > 0)
        {
            var one = await Task.WhenAny(left);
            left.Remove(one);
            await one;
        }
    }

    private static Task Do(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private void Tell(Func<CancellationToken, Task> news) => _news.Writer.TryWrite(news);

    /// <summary>All that has been told since, or a little time.</summary>
    private async Task News(CancellationToken stop)
    {
        using var tick = CancellationTokenSource.CreateLinkedTokenSource(stop);
        tick.CancelAfter(Tick);
        try
        {
            await _news.Reader.WaitToReadAsync(tick.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return;
        }

        while (!_run.Book.IsDone && _news.Reader.TryRead(out var news)) await news(stop);
    }

    /// <summary>Benches are free and the lab knows that the run has ended, if the broker is there to hear it.</summary>
    private async Task Leave()
    {
        if (!_queue.IsOurs) return;
        using var patience = new CancellationTokenSource(LastPatience);
        await Quietly(_crew.Leave(patience.Token));
        await Quietly(_queue.End(_crew.Note(), patience.Token));
        await Quietly(_run.Features.Forget(_board.Bus, patience.Token));
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or LabException)
        {
            // Leases end by themselves.
        }
    }
}

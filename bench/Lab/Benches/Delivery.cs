using HilBench.History;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Benches;

/// <summary>
/// Brings what is in the ledger to the lab, in the order in which it ended, for as long as it takes. A verdict that is
/// there already stands; after the broker was away it is asked whether it still has what it was told.
/// </summary>
internal sealed class Delivery(LabBoard board, BenchLedger ledger, Action<string> tell)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _more = new(0, int.MaxValue);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Something has ended.</summary>
    public void More() => _more.Release();

    public async Task Run(CancellationToken stop)
    {
        while (true)
        {
            var whileConnected = board.Bus.UntilReconnected;
            await DeliverAll(stop);
            await AskForRecent(stop);
            while (!whileConnected.IsCancellationRequested)
            {
                await DeliverAll(stop);
                await _more.WaitAsync(Often, stop);
            }
        }
    }

    public async Task DeliverAll(CancellationToken stop)
    {
        foreach (var one in ledger.Undelivered()) await Deliver(one, stop, isAgain: false);
    }

    /// <summary>Of runs that go on; the results of others nobody waits for.</summary>
    private async Task AskForRecent(CancellationToken stop)
    {
        foreach (var run in ledger.Recent().GroupBy(one => one.Run))
        {
            if ((await board.Runs.Get(run.Key, stop))?.Value is { HasEnded: true }) continue;
            foreach (var one in run) await Deliver(one, stop, isAgain: true);
        }
    }

    /// <summary>Tells the lab of one attempt, whether or not it has heard of it.</summary>
    public async Task Deliver(Attempt one, CancellationToken stop, bool isAgain)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (ledger.Find(one) is not var (head, result)) return;
            var key = head.Lost is null
                ? Delivered.VerdictKey(one.Run, one.Scenario)
                : Delivered.LostKey(one.Run, one.Scenario, one.Number);
            if (isAgain && await board.Verdicts.Get(key, stop) is not null) return;
            var parcel = result is null
                ? null : await Parcel.Send(board.Bus, $"{key}-{one.Number}", result, stop);
            var written = await board.Verdicts.Create(key, head with { Result = parcel }, stop);
            ledger.Mark(one, isLate: written is null);
        }
        catch (SqliteFileException wrong)
        {
            tell(wrong.Message);
        }
        finally
        {
            _one.Release();
        }
    }
}

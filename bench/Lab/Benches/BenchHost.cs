using System.Threading.Channels;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Benches;

/// <summary>
/// A bench in a lab: it tells of itself, takes one scenario at a time from whoever has its lease, writes how it ended
/// into its ledger, and then tells the lab.
/// </summary>
public sealed class BenchHost
{
    private readonly BenchSettings _settings;
    private readonly LabBoard _board;
    private readonly BenchLedger _ledger;
    private readonly LeaseView _lease;
    private readonly CardWriter _card;
    private readonly Delivery _delivery;
    private readonly WorkDesk _desk;
    private readonly Channel<(string User, Work Work)> _work = Channel.CreateUnbounded<(string, Work)>();

    private BenchHost(BenchSettings settings, LabBoard board, BenchLedger ledger)
    {
        (_settings, _board, _ledger) = (settings, board, ledger);
        _lease = new LeaseView(board.Bus);
        _card = new CardWriter(settings, board, _lease);
        _delivery = new Delivery(board, ledger, settings.Tell);
        _desk = new WorkDesk(settings, board, ledger, _lease, _card, _delivery);
    }

    /// <summary>Joins the lab and works for it until it is stopped.</summary>
    /// <param name="bus">The connection.</param>
    /// <param name="settings">The bench.</param>
    /// <param name="joined">Called when the lab knows of it.</param>
    /// <param name="stop">Ends it in order: what runs is aborted, contacts open, the lab hears of it.</param>
    /// <exception cref="LabException">Another bench of this name is at the lab.</exception>
    /// <exception cref="History.SqliteFileException">The ledger cannot be used.</exception>
    public static async Task Run(LabBus bus, BenchSettings settings, Action joined, CancellationToken stop)
    {
        using var ledger = new BenchLedger(settings.Ledger);
        await new BenchHost(settings, new LabBoard(bus), ledger).Run(joined, stop);
    }

    private async Task Run(Action joined, CancellationToken stop)
    {
        await DemandName(stop);
        _lease.Know(_ledger.Fence);
        var lost = _ledger.LoseWhatWasBegun(_settings.Name, $"{_settings.Name} was started again in the middle of it");
        if (lost > 0) _settings.Tell($"{lost} scenario was begun and not finished when this bench ended last time");
        _card.Broken = _settings.Health(stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] all =
        [
            _card.Beat(end.Token),
            _board.Leases.Follow(_settings.Name, Saw, end.Token),
            _board.Work.Follow($"{_settings.Name}.*", Saw, end.Token),
            _delivery.Run(end.Token),
            Work(end.Token),
            LookAfterTheRig(end.Token),
        ];
        try
        {
            var failed = Task.WhenAny(all);
            await Task.WhenAny(_card.Written, failed).WaitAsync(stop);
            if (_card.Written.IsCompleted) joined();
            await await failed.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It was asked to leave.
        }
        finally
        {
            await end.CancelAsync();
            await Quietly(Task.WhenAll(all));
            await Leave();
            _desk.Dispose();
        }
    }

    /// <summary>Two benches of one name would take each other's work.</summary>
    private async Task DemandName(CancellationToken stop)
    {
        var there = await _board.Benches.Get(_settings.Name, stop);
        if (there?.Value is not { HasLeft: false } other) return;
        if (_board.Bus.Now - there.Written > _board.Bus.Pace.LostAfter) return;
        // The one before may have been killed a moment ago.
        await Task.Delay(_board.Bus.Pace.LostAfter, stop);
        var again = await _board.Benches.Get(_settings.Name, stop);
        if (again?.Value is not { HasLeft: false } || again.Revision == there.Revision) return;
        throw new LabException(
            $"{_settings.Name} is at the lab already, on {other.Host}; give this bench another name, --name N");
    }

    private void Saw(Kept<Lease> lease)
    {
        var before = _lease.Highest;
        _lease.Saw(lease);
        if (_lease.Highest > before) _ledger.Fence = _lease.Highest;
        _desk.LeaseChanged();
    }

    private void Saw(Kept<Work> work)
    {
        var user = work.Key[(work.Key.IndexOf('.') + 1)..];
        if (work.Value is { } said) _work.Writer.TryWrite((user, said));
    }

    private async Task Work(CancellationToken stop)
    {
        await foreach (var (user, work) in _work.Reader.ReadAllAsync(stop)) await _desk.Take(user, work, stop);
    }

    private async Task LookAfterTheRig(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(_board.Bus.Pace.HealthEvery, stop);
            if (_desk.IsIdle && !_lease.IsHeld) _card.Broken = await Task.Run(() => _settings.Health(stop), stop);
        }
    }

    /// <summary>What the lab should still know; not for long, the next start goes on with the ledger.</summary>
    private async Task Leave()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Quietly(_desk.Finished);
        await Quietly(_delivery.DeliverAll(patience.Token));
        await Quietly(_card.Leave(patience.Token));
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or LabException)
        {
            // Somebody else has said what there was to say.
        }
    }
}

using System.Diagnostics;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>Takes, renews and gives back the leases of benches. Whoever comes second gets none.</summary>
/// <param name="board">The lab.</param>
/// <param name="user">Who has them.</param>
public sealed class LeaseKeeper(LabBoard board, string user)
{
    /// <summary>Takes a bench that nobody has.</summary>
    /// <param name="bench">Which.</param>
    /// <param name="run">The key of a run; empty for work by hand.</param>
    /// <param name="what">For what, in words.</param>
    /// <param name="length">For how long.</param>
    /// <param name="least">The number of the lease is greater than this.</param>
    /// <param name="stop">Ends the waiting for a broker.</param>
    /// <returns>The lease; null when somebody has the bench.</returns>
    public async Task<Kept<Lease>?> Take(
        string bench, string run, string what, TimeSpan length, long least, CancellationToken stop)
    {
        var there = await board.Leases.Get(bench, stop);
        var now = board.Bus.Now;
        if (there?.Value is { } old && old.IsHeldAt(now) && !(old.Holder == user && old.Run == run)) return null;
        var lease = new Lease
        {
            Fence = Math.Max(there?.Value?.Fence ?? 0, least) + 1,
            Holder = user,
            Run = run,
            For = what,
            Until = now + length,
        };
        return await Write(bench, lease, there?.Revision, stop);
    }

    /// <summary>Has a lease last longer, under the same number.</summary>
    /// <returns>The lease; null when somebody else has the bench by now.</returns>
    public Task<Kept<Lease>?> Renew(Kept<Lease> lease, TimeSpan length, CancellationToken stop) => Write(
        lease.Key, lease.Value! with { Until = board.Bus.Now + length }, lease.Revision, stop);

    /// <summary>Gives a bench back; what somebody else has by now is left alone.</summary>
    public Task<Kept<Lease>?> GiveBack(Kept<Lease> lease, CancellationToken stop) => Write(
        lease.Key, new Lease { Fence = lease.Value!.Fence }, lease.Revision, stop);

    internal async Task<bool> TakeForRun(BenchView bench, string run, string what, CancellationToken stop)
    {
        // Its own lease for work by hand is used under its number and not given back.
        if (bench.Lease?.Value is { } own && own.IsHeldAt(board.Bus.Now) && own.Holder == user && own.Run.Length == 0)
        {
            (bench.Held, bench.IsBorrowed) = (own.Fence, true);
            return true;
        }

        // What the coordinator before had goes on under its number, even when its time is up: nobody has come after it.
        var isAdopted = bench.Lease?.Value is { } before && before.Holder == user && before.Run == run;
        var lease = isAdopted
            ? await Renew(bench.Lease!, board.Bus.Pace.Lease, stop)
            : await Take(bench.Name, run, what, board.Bus.Pace.Lease, bench.Card.Fence, stop);
        if (lease is null) return false;
        (bench.Lease, bench.Held, bench.IsBorrowed) = (lease, lease.Value!.Fence, false);
        bench.Renewed = Stopwatch.GetTimestamp();
        return true;
    }

    /// <summary>Renews what is to be renewed.</summary>
    /// <returns>False when the bench is not ours any more.</returns>
    internal async Task<bool> Keep(BenchView bench, CancellationToken stop)
    {
        if (bench.Lease?.Value is not { } own || own.Fence != bench.Held || own.Holder != user) return false;
        if (bench.IsBorrowed) return own.IsHeldAt(board.Bus.Now);
        if (Stopwatch.GetElapsedTime(bench.Renewed) < board.Bus.Pace.RenewEvery) return true;
        var lease = await Renew(bench.Lease!, board.Bus.Pace.Lease, stop);
        // A broker that has lost all of it knows of no lease of anybody else either.
        if (lease is null && (await board.Leases.Get(bench.Name, stop))?.Value is null)
            lease = await Write(bench.Name, own with { Until = board.Bus.Now + board.Bus.Pace.Lease }, null, stop);
        if (lease is null) return false;
        bench.Lease = lease;
        bench.Renewed = Stopwatch.GetTimestamp();
        return true;
    }

    internal async Task LetGo(BenchView bench, CancellationToken stop)
    {
        var isOurs = bench is { IsBorrowed: false, Held: { } fence, Lease.Value: { } own }
            && own.Fence == fence && own.Holder == user;
        bench.Held = null;
        if (isOurs && await GiveBack(bench.Lease!, stop) is { } free) bench.Lease = free;
    }

    private async Task<Kept<Lease>?> Write(string bench, Lease lease, ulong? seen, CancellationToken stop)
    {
        var written = seen is { } revision
            ? await board.Leases.Update(bench, lease, revision, stop) : await board.Leases.Create(bench, lease, stop);
        return written is { } now ? new Kept<Lease>(bench, lease, now, board.Bus.Now) : null;
    }
}

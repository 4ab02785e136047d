using HilBench.Campaign.Plans;
using HilBench.Campaign.Shards;
using HilBench.Campaign.Tally;
using HilBench.Tokens;

namespace HilBench.Campaign.Runs;

/// <summary>What to live, and how.</summary>
/// <param name="Plan">The plan file.</param>
/// <param name="Meters">How many meters; figures are scaled to those of the plan.</param>
/// <param name="Seed">The first seed.</param>
/// <param name="Seeds">How many seeds, one after the other.</param>
/// <param name="Jobs">Threads; they make no difference to the result.</param>
/// <param name="WithWhatIfs">Also the what-ifs of the file.</param>
/// <param name="Folder">Where shards are kept; null = nowhere.</param>
/// <param name="Resume">Go on with the campaign in the folder.</param>
public sealed record CampaignRequest(
    PlanFile Plan, long Meters, ulong Seed, int Seeds, int Jobs, bool WithWhatIfs, string? Folder, bool Resume);

/// <summary>Lives all meters of a plan, shard by shard, on as many threads as are given, or elsewhere.</summary>
public sealed class CampaignRun
{
    private readonly CampaignRequest _request;
    private readonly IReadOnlyList<Variant> _variants;
    private readonly CampaignFolder? _folder;
    private readonly DaySums[][] _sums;
    private readonly int _shardsPerSeed;
    private int _next = -1;
    private int _finished;
    private int _found;

    /// <exception cref="Input.SettingsException">The folder cannot be used; the message is one line.</exception>
    public CampaignRun(CampaignRequest request)
    {
        _request = request;
        _variants = ShardWork.VariantsOf(request.Plan, request.WithWhatIfs);
        _shardsPerSeed = ShardName.CountOf(request.Meters);
        _sums = [.. Enumerable.Range(0, request.Seeds).Select(_ =>
            _variants.Select(variant => new DaySums(variant.Plan.Days)).ToArray())];
        if (request.Folder is null) return;
        var head = CampaignHead.Of(request.Plan, _variants, request.Meters, request.Seed, request.Seeds);
        _folder = CampaignFolder.Open(request.Folder, head, _variants, request.Resume);
    }

    public int Shards => _shardsPerSeed * _request.Seeds;

    /// <summary>Shards done so far, found ones among them.</summary>
    public int Finished => _finished;

    /// <summary>Shards that an earlier run had finished.</summary>
    public int Found => _found;

    /// <summary>Lives what is not lived yet. What was finished before the end is kept in the folder.</summary>
    /// <param name="stop">Ends it.</param>
    /// <param name="elsewhere">Where shards are lived; null = here, on the threads that were asked for.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CampaignResult Run(CancellationToken stop, ShardsElsewhere? elsewhere = null)
    {
        if (elsewhere is null) LiveHere(stop);
        else LiveElsewhere(elsewhere, stop);
        return new CampaignResult(_request.Plan, _request.Meters, _request.Seed, _variants, _sums);
    }

    /// <summary>Writes a file into the folder, when there is one; whole or not at all.</summary>
    public void Keep(string name, byte[] bytes) => _folder?.Write(name, bytes);

    private void LiveHere(CancellationToken stop)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var workers = Enumerable.Range(0, _request.Jobs)
            .Select(_ => Task.Factory.StartNew(
                () => Work(all), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            Task.WaitAll(workers, CancellationToken.None);
        }
        catch (AggregateException several)
        {
            // The first that went wrong has stopped the others.
            var first = several.InnerExceptions.FirstOrDefault(one => one is not OperationCanceledException);
            if (first is null) throw new OperationCanceledException(stop);
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    private void LiveElsewhere(ShardsElsewhere elsewhere, CancellationToken stop)
    {
        var open = new List<int>();
        for (var at = 0; at < Shards; at++)
        {
            stop.ThrowIfCancellationRequested();
            if (FoundOf(NameOf(at)) is { } found) Add(at, found);
            else open.Add(at);
        }

        foreach (var (at, files) in elsewhere(open, stop))
        {
            var sums = ShardTables.ReadDays(new MemoryStream(files.Days), _variants).GetAwaiter().GetResult();
            _folder?.Write(NameOf(at), files);
            Add(at, sums);
        }
    }

    private void Work(CancellationTokenSource all)
    {
        try
        {
            while (Interlocked.Increment(ref _next) is var at && at < Shards)
            {
                all.Token.ThrowIfCancellationRequested();
                Add(at, Sums(NameOf(at), all.Token));
            }
        }
        catch
        {
            all.Cancel();
            throw;
        }
    }

    private IReadOnlyList<DaySums> Sums(ShardName name, CancellationToken stop)
    {
        if (FoundOf(name) is { } found) return found;
        var shard = Shard.Live(_variants, StaTables.Sample, name, _request.Meters, stop);
        _folder?.Write(name, shard.ToFiles(_variants));
        return shard.Sums;
    }

    private IReadOnlyList<DaySums>? FoundOf(ShardName name)
    {
        var found = _folder?.Finished(name);
        if (found is not null) Interlocked.Increment(ref _found);
        return found;
    }

    private ShardName NameOf(int at) => ShardName.Of(at, _request.Seed, _shardsPerSeed);

    private void Add(int at, IReadOnlyList<DaySums> sums)
    {
        Count(_sums[at / _shardsPerSeed], sums);
        Interlocked.Increment(ref _finished);
    }

    private static void Count(DaySums[] into, IReadOnlyList<DaySums> sums)
    {
        lock (into)
        {
            for (var i = 0; i < into.Length; i++) into[i].Add(sums[i]);
        }
    }
}

using HilBench.Campaign.Plans;
using HilBench.Tokens;

namespace HilBench.Campaign.Shards;

/// <summary>The shards of a campaign by their numbers: those of the first seed, then those of the second.</summary>
public sealed class ShardWork
{
    private readonly IReadOnlyList<Variant> _variants;
    private readonly long _meters;
    private readonly ulong _seed;
    private readonly int _perSeed;

    /// <param name="plan">The plan file.</param>
    /// <param name="withWhatIfs">Also the what-ifs of the file.</param>
    /// <param name="meters">How many meters, for each plan and seed.</param>
    /// <param name="seed">The first seed.</param>
    public ShardWork(PlanFile plan, bool withWhatIfs, long meters, ulong seed)
    {
        (_meters, _seed, _perSeed) = (meters, seed, ShardName.CountOf(meters));
        _variants = VariantsOf(plan, withWhatIfs);
    }

    internal static IReadOnlyList<Variant> VariantsOf(PlanFile plan, bool withWhatIfs) =>
        withWhatIfs ? plan.Variants : [plan.Variants[0]];

    /// <summary>Lives one, which depends on nothing but its number and what is said above.</summary>
    /// <param name="number">Which.</param>
    /// <param name="withMeters">Whether the file of the meters is wanted.</param>
    /// <param name="stop">Ends it.</param>
    public ShardFiles Live(int number, bool withMeters, CancellationToken stop)
    {
        var name = ShardName.Of(number, _seed, _perSeed);
        var shard = Shard.Live(_variants, StaTables.Sample, name, _meters, stop);
        return shard.ToFiles(_variants, withMeters);
    }
}

using HilBench.Campaign.Houses;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Tally;
using HilBench.Tokens;

namespace HilBench.Campaign.Shards;

/// <summary>Which ten thousand meters, of which seed.</summary>
internal readonly record struct ShardName(ulong Seed, int Number)
{
    /// <summary>Meters of one shard; the last one may have fewer.</summary>
    public const int Size = 10_000;

    public static int CountOf(long meters) => (int)((meters + Size - 1) / Size);

    /// <summary>The shard of a number, where those of the first seed come first, then those of the second.</summary>
    public static ShardName Of(int number, ulong firstSeed, int perSeed) =>
        new(unchecked(firstSeed + (ulong)(number / perSeed)), number % perSeed);

    public override string ToString() => $"{Seed}-{Number:D5}";
}

/// <summary>
/// A shard, lived: for each plan of the file what became of each meter, and what was counted each day.
/// </summary>
internal sealed record Shard(ShardName Name, IReadOnlyList<MeterRow[]> Meters, IReadOnlyList<DaySums> Sums)
{
    /// <summary>Lives a shard. It depends on its name and the plans, and on nothing else.</summary>
    public static Shard Live(
        IReadOnlyList<Variant> variants, StaTables tables, ShardName name, long meters, CancellationToken stop)
    {
        var first = (long)name.Number * ShardName.Size;
        var count = (int)Math.Min(ShardName.Size, meters - first);
        var rows = new List<MeterRow[]>();
        var sums = new List<DaySums>();
        foreach (var plan in variants.Select(variant => variant.Plan))
        {
            var keys = new KeyBook(plan.Keys);
            var counted = new DaySums(plan.Days);
            var lived = new MeterRow[count];
            for (var i = 0; i < count; i++)
            {
                stop.ThrowIfCancellationRequested();
                lived[i] = new House(plan, keys, tables, counted, name.Seed, first + i).Live();
                if (lived[i].UpdatedDay is null) counted.AddWhyNot(lived[i].WhyNot);
            }

            rows.Add(lived);
            sums.Add(counted);
        }

        return new Shard(name, rows, sums);
    }

    public ShardFiles ToFiles(IReadOnlyList<Variant> variants, bool withMeters = true) =>
        new(ShardTables.Days(this, variants), withMeters ? ShardTables.Meters(this, variants) : []);
}

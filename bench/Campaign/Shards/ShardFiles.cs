namespace HilBench.Campaign.Shards;

/// <summary>A shard as the bytes of its files.</summary>
/// <param name="Days">What was counted each day.</param>
/// <param name="Meters">What became of each meter; empty where nobody asked.</param>
public sealed record ShardFiles(byte[] Days, byte[] Meters);

/// <summary>
/// Has shards lived elsewhere, with <see cref="ShardWork"/>, and hands each over once, in any order. Whoever has enough
/// stops taking.
/// </summary>
public delegate IEnumerable<(int Number, ShardFiles Files)> ShardsElsewhere(
    IReadOnlyList<int> numbers, CancellationToken stop);

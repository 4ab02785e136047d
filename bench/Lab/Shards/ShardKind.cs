namespace HilBench.Lab.Shards;

/// <summary>Lives a shard of one job; the bytes depend on nothing but the job and the number.</summary>
public delegate byte[] ShardLife(int number, CancellationToken stop);

/// <summary>A kind of work that can be divided into shards.</summary>
/// <param name="Name">What it is called on the bus.</param>
/// <param name="Read">
/// From the text of a job to what lives its shards. The text came over the bus: it may be anything, and no file is
/// named in it.
/// </param>
public sealed record ShardKind(string Name, Func<string, ShardLife> Read);

/// <summary>Work to be done.</summary>
/// <param name="Kind">Which kind it is.</param>
/// <param name="Title">What people call it, in a few words.</param>
/// <param name="Text">All that decides the result.</param>
/// <param name="Shards">How many shards it has.</param>
public sealed record ShardOrder(string Kind, string Title, string Text, int Shards);

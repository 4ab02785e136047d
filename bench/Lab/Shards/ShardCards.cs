using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards;

/// <summary>A job as the lab sees it. It is written again and again while somebody waits for its results.</summary>
internal sealed record JobCard
{
    public static readonly TimeSpan Often = TimeSpan.FromSeconds(5);

    /// <summary>Not written for so long: nobody waits for it any more.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromMinutes(1);

    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string Build { get; init; } = "";

    public int Shards { get; init; }

    public Parcel? Text { get; init; }
}

/// <summary>What came of a shard.</summary>
internal sealed record DoneShard
{
    public Parcel? Result { get; init; }

    /// <summary>Who lived it.</summary>
    public string Worker { get; init; } = "";

    /// <summary>Why nothing came of it, in one line; null when something did.</summary>
    public string? Error { get; init; }

    /// <summary>Nothing came of it yet: somebody began it who is not the first.</summary>
    public bool IsBegun { get; init; }
}

/// <summary>Somebody who lives shards.</summary>
internal sealed record WorkerCard
{
    public static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(7);

    public string Build { get; init; } = "";

    public int Threads { get; init; }

    /// <summary>The jobs it lives shards of just now.</summary>
    public IReadOnlyList<string> At { get; init; } = [];
}

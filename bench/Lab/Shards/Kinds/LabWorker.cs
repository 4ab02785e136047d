using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards.Kinds;

/// <summary>A worker that can do all kinds of work there are.</summary>
public static class LabWorker
{
    private static readonly ShardKind[] Kinds = [CampaignShards.Kind, LivesShards.Kind, CrashShards.Kind];

    /// <summary>Lives shards until it is stopped, and gives back what it was at.</summary>
    /// <param name="bus">The connection.</param>
    /// <param name="threads">How many shards at a time.</param>
    /// <param name="accepts">Whose work it takes.</param>
    /// <param name="tell">Told in one line what people may want to know.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">The broker does not let it work.</exception>
    public static Task Run(
        LabBus bus, int threads, Func<string, bool> accepts, Action<string> tell, CancellationToken stop) =>
        new ShardWorker(bus, Kinds, tell) { Accepts = accepts }.Run(threads, stop);
}

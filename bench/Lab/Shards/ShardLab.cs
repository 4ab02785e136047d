using HilBench.Lab.Bus;

namespace HilBench.Lab.Shards;

/// <summary>Has shards lived by the workers of a lab.</summary>
public sealed class ShardLab
{
    private readonly LabBus _bus;
    private readonly ShardStaff _staff;
    private readonly string _build;

    /// <param name="bus">The connection; whoever made it closes it.</param>
    /// <param name="tell">Told in one line what people may want to know.</param>
    public ShardLab(LabBus bus, Action<string> tell)
        : this(bus, tell, ShardBuild.Here)
    {
    }

    internal ShardLab(LabBus bus, Action<string> tell, string build) =>
        (_bus, _staff, _build) = (bus, new ShardStaff(bus, tell), build);

    /// <summary>How many workers live shards for this process.</summary>
    public int Workers => _staff.At;

    /// <summary>
    /// Has these shards of an order lived, and hands each over once, in the order in which they are done. The job is
    /// taken away when the last was taken, or whoever takes them stops.
    /// </summary>
    /// <param name="order">What is to be done.</param>
    /// <param name="open">Which of its shards.</param>
    /// <param name="read">From the bytes of a shard to its result.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="LabException">A shard comes to nothing, or the broker does not allow it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<(int Number, T Result)> Live<T>(
        ShardOrder order, IReadOnlyList<int> open, Func<byte[], T> read, CancellationToken stop)
        where T : class
    {
        if (open.Count == 0) yield break;
        using var job = new ShardJob(_bus, order, open, _build, _staff);
        foreach (var one in job.Live(read, stop)) yield return one;
    }
}

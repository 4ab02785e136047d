using HilBench.Lab.Bus;

namespace HilBench.Lab.Told;

/// <summary>What a lab keeps on its broker, by kind.</summary>
/// <param name="bus">The connection.</param>
public sealed class LabBoard(LabBus bus)
{
    public LabBus Bus { get; } = bus;

    /// <summary>By the name of the bench.</summary>
    public Bucket<BenchCard> Benches { get; } = new(bus, BucketSettings.Benches);

    /// <summary>By the name of the bench.</summary>
    public Bucket<Lease> Leases { get; } = new(bus, BucketSettings.Leases);

    /// <summary>By user and run.</summary>
    public Bucket<RunNote> Runs { get; } = new(bus, BucketSettings.Runs);

    /// <summary>By bench and user.</summary>
    public Bucket<Work> Work { get; } = new(bus, BucketSettings.Work);

    /// <summary>By user, run and scenario (<see cref="Delivered"/>).</summary>
    public Bucket<Delivered> Verdicts { get; } = new(bus, BucketSettings.Verdicts);
}

using HilBench.Lab.Bus;
using HilBench.Lab.Told;
using HilBench.Roles;

namespace HilBench.Lab.Benches;

/// <summary>
/// What a bench knows of its lease. The bench is the only way to its rig, so what it refuses does not happen: a lease
/// that has a follower is over at once, and one whose time is up as soon as the broker has been there long enough for
/// its holder to have come back. While the broker is away nobody else can have got it.
/// </summary>
internal sealed class LeaseView(LabBus bus)
{
    private readonly Lock _lock = new();
    private Kept<Lease> _lease = new("", new Lease(), 0, default);
    private long _highest;

    public Lease Now => Volatile.Read(ref _lease).Value ?? new Lease();

    /// <summary>The highest number there was; it must not fall, even if the broker has lost all.</summary>
    public long Highest => Interlocked.Read(ref _highest);

    public bool IsHeld => Now.IsHeldAt(bus.Now);

    /// <summary>
    /// As the broker has it. It comes on two ways, and what is older than what was seen is no news; a broker that has
    /// lost all counts from one again, and later.
    /// </summary>
    public void Saw(Kept<Lease> lease)
    {
        lock (_lock)
        {
            if (lease.Revision < _lease.Revision && lease.Written <= _lease.Written) return;
            Volatile.Write(ref _lease, lease);
        }

        Know(lease.Value?.Fence ?? 0);
    }

    /// <summary>A number is known from an earlier life of this bench.</summary>
    public void Know(long fence)
    {
        lock (_lock) _highest = Math.Max(_highest, fence);
    }

    /// <summary>Why this user may do nothing under this number; null when he may.</summary>
    public string? WhyNot(string user, string run, long fence)
    {
        var lease = Now;
        if (fence < Highest)
        {
            var who = lease.Holder.Length > 0 && lease.Fence > fence ? $", of {lease.Holder}" : "";
            return $"lease {fence} of {user} is over: lease {Highest}{who} came after it";
        }

        if (lease.Fence != fence || !lease.IsOf(user, run)) return $"lease {fence} is not one of {user} for this run";
        var isOver = bus.IsConnected && bus.ConnectedFor > bus.Pace.Grace && !lease.IsHeldAt(bus.Now);
        return isOver ? $"lease {fence} of {user} ended at {lease.Until:HH:mm:ss} UTC" : null;
    }

    /// <summary>Refuses whoever has no lease any more.</summary>
    /// <exception cref="RigFaultException">He may do nothing more.</exception>
    public void Demand(string user, string run, long fence)
    {
        if (WhyNot(user, run, fence) is { } why)
            throw new RigFaultException($"{why}; the rig takes no more key presses under it");
    }
}

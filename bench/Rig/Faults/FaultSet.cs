using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>What can be broken about one part of a rig.</summary>
/// <param name="part">Which part.</param>
public abstract class FaultSet(FaultyPart part)
{
    public FaultyPart Part => part;

    /// <summary>Why this part cannot be broken like this; null = it can.</summary>
    public virtual string? Problem(Fault fault) => null;

    /// <summary>Why it cannot be broken like this now; null = it can.</summary>
    public virtual string? NotNow(Fault fault) => null;

    /// <summary>Breaks it, from now on.</summary>
    public abstract Defect Inject(Fault fault);

    /// <summary>All is as it was made.</summary>
    public abstract void Mend();

    protected static InvalidOperationException NotMine(Fault fault) => new($"no part here has: {fault}");
}

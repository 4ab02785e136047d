using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Roles;

/// <summary>
/// What a run needs to know to build one rig for each scenario. What a file can describe is a small closed family
/// (<c>bench/RigFiles/Kinds</c>); a program of its own, such as <c>tests/Pi</c>, may add a plan that no file describes.
/// Use <c>with</c> to give a scenario another profile or other tables. It is immutable, so scenarios on several threads
/// share it.
/// </summary>
public abstract record RigPlan
{
    protected RigPlan(string name, MeterProfile profile, StaTables tables)
    {
        Name = name;
        Profile = profile;
        Tables = tables;
    }

    public string Name { get; init; }

    public MeterProfile Profile { get; init; }

    public StaTables Tables { get; init; }

    /// <summary>The file it was read from; null for the model alone.</summary>
    public string? File { get; init; }

    public string Description { get; init; } = "";

    /// <summary>What tells it from other rigs (<see cref="RigLabels"/>); empty when nobody said anything.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = RigLabels.None;

    /// <summary>The seed when the run names none.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Ends the waiting for a person, a port or a cable.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Who looks on inside the rigs it builds; null when nobody does.</summary>
    public IRigProbe? Probe { get; init; }

    /// <summary>Time is virtual: with one seed, what is done to a rig twice happens twice, byte for byte.</summary>
    public virtual bool IsVirtual => false;

    /// <summary>
    /// What steps may ask for (<see cref="Capability"/>); a scenario that needs more is refused before anything runs.
    /// </summary>
    public abstract IReadOnlyList<string> Capabilities { get; }

    /// <summary>
    /// Capabilities the rig is not meant to have: a scenario that lacks nothing else is left out of a run and counted.
    /// </summary>
    public IReadOnlyList<string> LeavesOut { get; init; } = [];

    /// <summary>What is broken about its rigs from the start, or after some time; each must strike.</summary>
    public IReadOnlyList<PlannedFault> Faults { get; init; } = [];

    /// <summary>How many of its rigs there can be at once: there is one set of real pins.</summary>
    public virtual int MostAtOnce => int.MaxValue;

    /// <summary>
    /// The meter there is, when the bench cannot make one: its key as the bench believes it, and the vending key it was
    /// derived from (null = the public test key).
    /// </summary>
    public virtual (KeyParameters Key, VendingKey? Vending)? FixedMeter => null;

    /// <summary>
    /// The meter of scenarios that say nothing of theirs, on a rig that makes meters to order; null = that of the
    /// default world.
    /// </summary>
    public OrderedMeter? UsualMeter { get; init; }

    /// <summary>The same rig with this meter in it, whether it is made there or somebody puts it there.</summary>
    public virtual RigPlan Holding(OrderedMeter meter) => this with
    {
        UsualMeter = meter,
        Labels = new Dictionary<string, string>(Labels, StringComparer.Ordinal) { [RigLabels.Serial] = meter.Serial },
    };

    /// <summary>Where scenarios begin on the calendar; null = where the default world does.</summary>
    public virtual DateTime? Begins => null;

    /// <summary>The meter of this rig is our model, and not somebody else's.</summary>
    public virtual bool IsOurMeter => true;

    /// <summary>A person has to press its keys or look at its glass.</summary>
    public virtual bool NeedsOperator => false;

    /// <summary>The same rig with this person beside it, where it needs one.</summary>
    public virtual RigPlan AttendedBy(IOperator person) => this;

    /// <summary>Called once before anything runs: finds out whether the rig is there and as its file says.</summary>
    /// <exception cref="RigFaultException">It is not; the message is one line.</exception>
    public virtual void Prepare()
    {
    }

    /// <summary>
    /// Called once after everything has run: leaves a meter that cannot be made anew as its file says it is.
    /// </summary>
    /// <returns>What a person must do before the next run, in one line; null when there is nothing.</returns>
    public virtual string? Finish() => null;

    /// <summary>What a verdict of this rig does not prove, in one line; null when nothing is left open.</summary>
    public virtual string? Caveat => null;

    /// <summary>A rig of its own for one scenario, without mains and with a blank store.</summary>
    /// <exception cref="RigFaultException">The rig is not there, or not as its file says.</exception>
    public abstract IMeterRig Build(ulong seed);
}

/// <summary>A fault of a rig file.</summary>
/// <param name="Fault">What is broken.</param>
/// <param name="After">How long after the meter got its first power; zero = before that.</param>
public sealed record PlannedFault(Fault Fault, TimeSpan After);

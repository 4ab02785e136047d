using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>
/// Breaks the parts of one virtual rig. Each fault is a <see cref="Defect"/> in a chip, which says itself when it had
/// an effect; the receipt repeats that.
/// </summary>
/// <param name="now">The bench's clock.</param>
/// <param name="later">Does something when that much time has passed.</param>
/// <param name="sets">The parts that can be broken.</param>
public sealed class FaultBox(Func<TimeSpan> now, Action<TimeSpan, Action> later, params IReadOnlyList<FaultSet> sets)
    : IFaultBox
{
    private readonly List<Injection> _all = [];

    /// <summary>Faults in virtual time.</summary>
    public FaultBox(VirtualTime time, params IReadOnlyList<FaultSet> sets)
        : this(() => time.Now, (after, action) => time.After(after, action), sets)
    {
    }

    public IReadOnlyList<FaultReceipt> Receipts => [.. _all.Select(one => one.Receipt)];

    public void Inject(Fault fault, TimeSpan after = default)
    {
        var set = SetOf(FaultKinds.Of(fault.Kind).Part, $"the fault \"{fault}\"");
        var problem = set.Problem(fault) ?? (after <= TimeSpan.Zero ? set.NotNow(fault) : null);
        if (problem is not null) throw new StimulusNotDeliveredException($"the fault \"{fault}\"", problem);
        var injection = new Injection(fault, now() + after);
        _all.Add(injection);
        if (after <= TimeSpan.Zero) injection.Defect = set.Inject(fault);
        else later(after, () => injection.Defect = injection.IsMended ? null : set.Inject(fault));
    }

    public void Mend(FaultyPart part)
    {
        var (set, name) = (SetOf(part, "the repair"), FaultKinds.InWords(part));
        var broken = _all.Where(one => !one.IsMended && FaultKinds.Of(one.Fault.Kind).Part == part).ToList();
        if (broken.Count == 0)
            throw new StimulusNotDeliveredException("the repair", $"nothing of the {name} is broken");
        set.Mend();
        foreach (var one in broken) one.IsMended = true;
    }

    private FaultSet SetOf(FaultyPart part, string stimulus) => sets.FirstOrDefault(set => set.Part == part)
        ?? throw new StimulusNotDeliveredException(stimulus, $"this rig has no {FaultKinds.InWords(part)} to break");

    private sealed class Injection(Fault fault, TimeSpan at)
    {
        public Fault Fault => fault;

        /// <summary>Null until its time has come.</summary>
        public Defect? Defect { get; set; }

        public bool IsMended { get; set; }

        public FaultReceipt Receipt => new(fault, at, Defect?.StruckAt, Defect?.Strikes ?? 0);
    }
}

using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>The contact of the load switch, and the loop through it where the bench has one.</summary>
public sealed class SwitchFaults(VirtualTime time, LoadContact contact, TestLoopCircuit? loop)
    : FaultSet(FaultyPart.LoadSwitch)
{
    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(time);
        Set(fault.Kind == FaultKind.SwitchWelded ? ContactCondition.Welded : ContactCondition.Dead, defect);
        return defect;
    }

    public override void Mend() => Set(ContactCondition.Sound, defect: null);

    private void Set(ContactCondition condition, Defect? defect)
    {
        if (loop is not null) loop.Condition = condition;
        contact.Break(condition, defect);
    }
}

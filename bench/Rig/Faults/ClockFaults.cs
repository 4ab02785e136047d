using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>The meter's own time base.</summary>
public sealed class ClockFaults(VirtualTime time, Oscillator oscillator) : FaultSet(FaultyPart.Clock)
{
    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(time);
        if (fault.Kind == FaultKind.ClockJumps) oscillator.JumpAhead(fault.Time, defect);
        else oscillator.StandStill(fault.Time, defect);
        return defect;
    }

    /// <summary>What has passed stays passed; a clock that stands still counts on by itself.</summary>
    public override void Mend()
    {
    }
}

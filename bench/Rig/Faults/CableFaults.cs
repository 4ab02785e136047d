using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>A serial cable.</summary>
public sealed class CableFaults(Func<TimeSpan> now, SerialCable cable) : FaultSet(FaultyPart.Cable)
{
    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(now, fault.Times > 0 ? fault.Times : long.MaxValue);
        switch (fault.Kind)
        {
            case FaultKind.CablePulled:
                cable.Pulled = defect;
                break;
            case FaultKind.CableNoise:
                cable.Noise = defect;
                break;
            case FaultKind.CableWrongBaud:
                cable.WrongBaud = defect;
                break;
            default:
                throw NotMine(fault);
        }

        return defect;
    }

    public override void Mend() => (cable.Pulled, cable.Noise, cable.WrongBaud) = (null, null, null);
}

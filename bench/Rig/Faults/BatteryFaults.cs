using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>The batteries of a keypad unit; to mend them is to change them.</summary>
/// <param name="now">The bench's clock.</param>
/// <param name="isRunning">They still carry the unit.</param>
/// <param name="runLow">From now on they are low.</param>
/// <param name="goFlat">They are flat.</param>
/// <param name="change">New ones are put in.</param>
internal sealed class BatteryFaults(
    Func<TimeSpan> now, Func<bool> isRunning, Action<Defect> runLow, Action goFlat, Action change)
    : FaultSet(FaultyPart.Batteries)
{
    public override string? NotNow(Fault fault) => isRunning() ? null : "they are flat already";

    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(now);
        switch (fault.Kind)
        {
            case FaultKind.BatteriesLow:
                runLow(defect);
                break;
            case FaultKind.BatteriesFlat:
                if (isRunning()) defect.Strike();
                goFlat();
                break;
            default:
                throw NotMine(fault);
        }

        return defect;
    }

    public override void Mend() => change();
}

using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>
/// Short failures of the supply. A dip spends the meter's reserve, as any failure does. Mains that bounces when it
/// returns finds no reserve: it has had no time to be filled.
/// </summary>
public sealed class MainsFaults(CircuitBoard circuit) : FaultSet(FaultyPart.Mains)
{
    private readonly List<HardwareEvent> _coming = [];

    public override string? NotNow(Fault fault) => fault.Kind switch
    {
        FaultKind.MainsBounces when circuit.Power.IsOn => "the mains is on: it cannot return",
        FaultKind.MainsDips when !circuit.Power.IsOn => "the mains is off",
        _ => null,
    };

    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(circuit.Time);
        if (fault.Kind == FaultKind.MainsBounces) Bounce(fault, defect);
        else if (circuit.Power.IsOn) Dip(fault, defect);
        return defect;
    }

    /// <summary>The mains is there, and stays.</summary>
    public override void Mend()
    {
        foreach (var one in _coming) one.Cancel();
        _coming.Clear();
        circuit.Power.Restore();
    }

    private void Dip(Fault fault, Defect defect)
    {
        circuit.Power.MainsFail();
        defect.Strike();
        _coming.Add(circuit.Time.After(fault.Time, circuit.Power.Restore));
    }

    /// <summary>As long there as away, so many times; the last time it stays.</summary>
    private void Bounce(Fault fault, Defect defect)
    {
        var half = fault.Time / (2 * fault.Times);
        circuit.Power.Restore();
        for (var time = 0; time < fault.Times; time++)
        {
            _coming.Add(circuit.Time.After(half * (2 * time + 1), () =>
            {
                circuit.Power.Fail();
                defect.Strike();
            }));
            _coming.Add(circuit.Time.After(half * (2 * time + 2), circuit.Power.Restore));
        }
    }
}

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

    /// <summary>What the line carried before it sagged; null = it does not sag.</summary>
    private int? _whole;

    public override string? NotNow(Fault fault) => fault.Kind switch
    {
        FaultKind.MainsBounces when circuit.Power.IsOn => "the mains is on: it cannot return",
        FaultKind.MainsSags when circuit.Power.IsOn && fault.Number >= circuit.Power.Volts =>
            $"the mains has {circuit.Power.Volts} V: it cannot dip to {fault.Number} V",
        FaultKind.MainsDips or FaultKind.MainsSags or FaultKind.MainsFlickers when !circuit.Power.IsOn =>
            "the mains is off",
        _ => null,
    };

    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(circuit.Time);
        if (fault.Kind == FaultKind.MainsBounces) Bounce(fault, defect);
        else if (fault.Kind == FaultKind.MainsSags) Sag(fault, defect);
        else if (circuit.Power.IsOn && fault.Kind == FaultKind.MainsFlickers) Flicker(fault, defect);
        else if (circuit.Power.IsOn) Dip(fault, defect);
        return defect;
    }

    /// <summary>The mains is there, and stays.</summary>
    public override void Mend()
    {
        foreach (var one in _coming) one.Cancel();
        _coming.Clear();
        if (_whole is { } volts) circuit.Power.LineVolts = volts;
        _whole = null;
        circuit.Power.Restore();
    }

    private void Dip(Fault fault, Defect defect)
    {
        circuit.Power.MainsFail();
        defect.Strike();
        _coming.Add(circuit.Time.After(fault.Time, circuit.Power.Restore));
    }

    /// <summary>As long away as there, so many times; each time it is away it spends the meter's reserve.</summary>
    private void Flicker(Fault fault, Defect defect)
    {
        var half = fault.Time / (2 * fault.Times);
        for (var time = 0; time < fault.Times; time++)
        {
            _coming.Add(circuit.Time.After(half * (2 * time), () =>
            {
                circuit.Power.MainsFail();
                defect.Strike();
            }));
            _coming.Add(circuit.Time.After(half * (2 * time + 1), circuit.Power.Restore));
        }
    }

    /// <summary>The line carries less for a while; what the meter's supply makes of that is its own business.</summary>
    private void Sag(Fault fault, Defect defect)
    {
        if (circuit.Power.Volts <= fault.Number) return;
        _whole ??= circuit.Power.LineVolts;
        circuit.Power.LineVolts = fault.Number;
        defect.Strike();
        _coming.Add(circuit.Time.After(fault.Time, () =>
        {
            if (_whole is { } volts) circuit.Power.LineVolts = volts;
            _whole = null;
        }));
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

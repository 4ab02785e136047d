using HilBench.Chips;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>The supply of a virtual board, with cuts that can be planned into a save.</summary>
internal sealed class VirtualMains(CircuitBoard circuit, Volts nominal) : IMains
{
    private TimeSpan? _cutAfter;
    private HardwareEvent? _cut;

    public bool IsOn => circuit.Power.IsOn;

    public Volts? Voltage => new Volts(circuit.Power.Volts);

    public bool HasPlannedCut => _cutAfter is not null || _cut is { IsPending: true };

    /// <summary>Returns when the supply's reserve is used up: the display is dark.</summary>
    public void Fail()
    {
        var wasOn = IsOn;
        circuit.Power.MainsFail();
        if (wasOn) circuit.Time.Wait(circuit.Power.HoldUp);
    }

    /// <summary>Returns when the meter has started, as a person sees it: the display is lit.</summary>
    public void Return()
    {
        circuit.Power.LineVolts = nominal.Value;
        circuit.Power.Restore();
        circuit.Time.Wait(TimeSpan.Zero);
    }

    /// <summary>Returns when the meter has noticed; where that is its end, when its reserve is used up.</summary>
    public void Carry(Volts voltage)
    {
        var wasOn = IsOn;
        circuit.Power.LineVolts = voltage.Value;
        circuit.Time.Wait(wasOn && circuit.Power.IsFailing ? circuit.Power.HoldUp : TimeSpan.Zero);
    }

    public void FailDuringNextSave(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        CancelPlannedCut();
        _cutAfter = after;
    }

    public void CancelPlannedCut()
    {
        _cutAfter = null;
        _cut?.Cancel();
        _cut = null;
    }

    /// <summary>A save begins, on the last of the reserve: the moment from which a planned cut is counted.</summary>
    public void OnSaveStarting()
    {
        if (_cutAfter is not { } after) return;
        _cutAfter = null;
        _cut = circuit.Time.After(after, circuit.Power.Fail);
    }
}

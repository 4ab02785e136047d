using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>The supply of a virtual board, with cuts that can be planned into a save.</summary>
internal sealed class VirtualMains(CircuitBoard circuit) : IMains
{
    private TimeSpan? _cutAfter;
    private HardwareEvent? _cut;

    public bool IsOn => circuit.Power.IsOn;

    public bool HasPlannedCut => _cutAfter is not null || _cut is { IsPending: true };

    public void Fail() => circuit.Power.Fail();

    /// <summary>Returns when the meter has started, as a person sees it: the display is lit.</summary>
    public void Return()
    {
        circuit.Power.Restore();
        circuit.Time.Wait(TimeSpan.Zero);
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

    /// <summary>The board begins a save: the moment from which a planned cut is counted.</summary>
    public void OnSaveStarting()
    {
        if (_cutAfter is not { } after) return;
        _cutAfter = null;
        _cut = circuit.Time.After(after, circuit.Power.Fail);
    }
}

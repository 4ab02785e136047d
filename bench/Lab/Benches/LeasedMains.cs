using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Lab.Benches;

/// <summary>Mains that are not switched for somebody whose lease is over.</summary>
internal sealed class LeasedMains(IMains mains, Action demand) : IMains
{
    public bool IsOn => mains.IsOn;

    public Volts? Voltage => mains.Voltage;

    public bool HasPlannedCut => mains.HasPlannedCut;

    public void Fail()
    {
        demand();
        mains.Fail();
    }

    public void Return()
    {
        demand();
        mains.Return();
    }

    public void Carry(Volts voltage)
    {
        demand();
        mains.Carry(voltage);
    }

    public void FailDuringNextSave(TimeSpan after)
    {
        demand();
        mains.FailDuringNextSave(after);
    }

    public void CancelPlannedCut() => mains.CancelPlannedCut();
}

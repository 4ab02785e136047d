using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording;

internal sealed class RecordedMains(IMains mains, CallLog log) : IMains
{
    public bool IsOn => mains.IsOn;

    public Volts? Voltage => mains.Voltage;

    public bool HasPlannedCut => mains.HasPlannedCut;

    public void Fail() => log.Do(new RigCall { Do = RigVerb.MainsFail }, mains.Fail);

    public void Return() => log.Do(new RigCall { Do = RigVerb.MainsReturn }, mains.Return);

    public void Carry(Volts voltage) => log.Do(
        new RigCall { Do = RigVerb.MainsCarries, Volts = voltage.Value }, () => mains.Carry(voltage));

    public void FailDuringNextSave(TimeSpan after) => log.Do(
        new RigCall { Do = RigVerb.PlanCut, For = after }, () => mains.FailDuringNextSave(after));

    public void CancelPlannedCut() => log.Do(new RigCall { Do = RigVerb.CancelCut }, mains.CancelPlannedCut);
}

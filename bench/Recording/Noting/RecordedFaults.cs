using HilBench.Roles;

namespace HilBench.Recording;

internal sealed class RecordedFaults(IFaultBox faults, CallLog log) : IFaultBox
{
    public IReadOnlyList<FaultReceipt> Receipts => faults.Receipts;

    public void Inject(Fault fault, TimeSpan after = default) => log.Do(
        new RigCall { Do = RigVerb.Break, Fault = fault, For = after > TimeSpan.Zero ? after : null },
        () => faults.Inject(fault, after));

    public void Mend(FaultyPart part) =>
        log.Do(new RigCall { Do = RigVerb.Mend, What = part.ToString() }, () => faults.Mend(part));
}

using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>
/// A cover with a switch under it. The meter is told when it is opened; a meter that starts finds it open. What was
/// opened and closed while there was no mains, no meter of ours can know: it has no battery.
/// </summary>
/// <param name="part">Which cover.</param>
/// <param name="time">The time of the receipts.</param>
/// <param name="tell">Tells the meter that it is open; false when the meter does not run.</param>
public sealed class CoverFaults(FaultyPart part, VirtualTime time, Func<bool> tell) : FaultSet(part)
{
    private Defect? _open;

    public override string? NotNow(Fault fault) => _open is null ? null : $"the {FaultKinds.InWords(Part)} is open";

    public override Defect Inject(Fault fault)
    {
        _open = new Defect(time);
        TellAgain();
        return _open;
    }

    /// <summary>The cover is closed; what the meter made of it stays.</summary>
    public override void Mend() => _open = null;

    /// <summary>A meter that has just started looks at the switch.</summary>
    public void TellAgain()
    {
        if (_open is { } cover && tell()) cover.Strike();
    }
}

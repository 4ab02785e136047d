using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>A character panel with an HD44780.</summary>
public sealed class DisplayFaults(VirtualTime time, Hd44780 panel) : FaultSet(FaultyPart.Display)
{
    private readonly int _kilohertz = panel.Timing.OscillatorKHz;

    public override string? Problem(Fault fault) =>
        fault.Kind == FaultKind.DataLineStuck
        && fault.Number is < FaultKinds.FirstDataLine or > FaultKinds.LastDataLine
            ? $"the display is wired by its data lines {FaultKinds.FirstDataLine} to {FaultKinds.LastDataLine}, "
                + $"not {fault.Number}"
            : null;

    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(time, fault.Times > 0 ? fault.Times : long.MaxValue);
        switch (fault.Kind)
        {
            case FaultKind.DisplayUnplugged:
                panel.Unplugged = defect;
                break;
            case FaultKind.DataLineStuck:
                panel.StuckLine = (fault.Number, fault.IsHigh, defect);
                break;
            case FaultKind.PulsesLost:
                panel.LostPulses = defect;
                break;
            case FaultKind.SlowOscillator:
                panel.Retime(fault.Number, defect);
                break;
            default:
                throw NotMine(fault);
        }

        return defect;
    }

    /// <summary>What the panel made of a broken line stands there until it is initialised again.</summary>
    public override void Mend()
    {
        if (panel.Unplugged is not null) panel.Unplugged = null;
        panel.StuckLine = null;
        panel.LostPulses = null;
        panel.Retime(_kilohertz);
    }
}

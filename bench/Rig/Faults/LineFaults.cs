using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>The line between a keypad unit and its measuring unit.</summary>
/// <param name="now">The bench's clock.</param>
/// <param name="cable">What carries the bytes.</param>
/// <param name="damage">From now on bytes are damaged; null = no more.</param>
/// <param name="loseAnswers">From now on answers to entries are lost; null = no more.</param>
internal sealed class LineFaults(
    Func<TimeSpan> now, SerialCable cable, Action<Defect?> damage, Action<Defect?> loseAnswers)
    : FaultSet(FaultyPart.Line)
{
    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(now, fault.Times > 0 ? fault.Times : long.MaxValue);
        switch (fault.Kind)
        {
            case FaultKind.LineLost:
                cable.Pulled = defect;
                break;
            case FaultKind.LineNoise:
                damage(defect);
                break;
            case FaultKind.AnswersLost:
                loseAnswers(defect);
                break;
            default:
                throw NotMine(fault);
        }

        return defect;
    }

    public override void Mend()
    {
        cable.Pulled = null;
        damage(null);
        loseAnswers(null);
    }
}

using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>The EEPROM of the meter's board, and its bus where nothing else hangs on it.</summary>
/// <param name="time">The time of the strikes.</param>
/// <param name="eeprom">The chip.</param>
/// <param name="ownBus">Its bus; null where other chips of the meter need it.</param>
/// <param name="copyAt">An address within the newest copy, or the older one; null when there is none.</param>
public sealed class MemoryFaults(
    VirtualTime time, Eeprom24C eeprom, EmulatedI2cBus? ownBus, Func<bool, int?> copyAt)
    : FaultSet(FaultyPart.Memory)
{
    public override string? Problem(Fault fault) => fault.Kind == FaultKind.BusStuck && ownBus is null
        ? "other chips of this meter hang on the same bus" : null;

    public override Defect Inject(Fault fault)
    {
        var defect = new Defect(time, fault.Times > 0 ? fault.Times : long.MaxValue);
        switch (fault.Kind)
        {
            case FaultKind.MemoryRefuses:
                eeprom.Refusal = defect;
                break;
            case FaultKind.PageForgotten:
                eeprom.Forgetting = defect;
                break;
            case FaultKind.MemoryWorn:
                eeprom.Wear = defect;
                break;
            case FaultKind.BusStuck:
                ownBus!.StuckLow = defect;
                break;
            case FaultKind.BitFlipped:
                Flip(isNewest: fault.Number == 1, defect);
                break;
            default:
                throw NotMine(fault);
        }

        return defect;
    }

    /// <summary>A flipped bit stays until the meter writes over it.</summary>
    public override void Mend()
    {
        eeprom.Refusal = null;
        eeprom.Forgetting = null;
        eeprom.Wear = null;
        if (ownBus is not null) ownBus.StuckLow = null;
    }

    private void Flip(bool isNewest, Defect defect)
    {
        if (copyAt(isNewest) is not { } address) return;
        eeprom.FlipBit(address, bit: 3);
        defect.Strike();
    }
}

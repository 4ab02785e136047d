using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Rig.Faults;

/// <summary>The EEPROM of the meter's board, and its bus where nothing else hangs on it.</summary>
/// <param name="time">The time of the strikes.</param>
/// <param name="eeprom">The chip.</param>
/// <param name="ownBus">Its bus; null where other chips of the meter need it.</param>
public sealed class MemoryFaults(VirtualTime time, Eeprom24C eeprom, EmulatedI2cBus? ownBus)
    : FaultSet(FaultyPart.Memory)
{
    /// <summary>In the middle of a copy, where its checksum must notice.</summary>
    private const int FlippedByte = StoredRecord.SlotBytes / 2;

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
        StoredRecord?[] copies = [Copy(0), Copy(1)];
        if (copies.Max(copy => copy?.Sequence) is not { } newest) return;
        var slot = Array.FindIndex(copies, copy => copy is not null && copy.Sequence == newest == isNewest);
        if (slot < 0) return;
        eeprom.FlipBit(EepromRecordStore.AddressOf(slot) + FlippedByte, bit: 3);
        defect.Strike();
    }

    private StoredRecord? Copy(int slot) =>
        StoredRecord.Decode(eeprom.Peek(EepromRecordStore.AddressOf(slot), StoredRecord.SlotBytes));
}

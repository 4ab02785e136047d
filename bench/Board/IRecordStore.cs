namespace HilBench.Board;

/// <summary>
/// Two slots for the meter's record. A write that is cut off may spoil its own slot and nothing else, which is why the
/// meter writes them in turn.
/// </summary>
public interface IRecordStore
{
    static int Slots => 2;

    /// <summary>Bytes of each slot.</summary>
    int SlotBytes { get; }

    /// <summary>What the slot holds now; a slot never written reads as FFh.</summary>
    byte[] Read(int slot);

    /// <summary>
    /// Writes <paramref name="image"/> to the slot and reads it back; false when the store does not hold it then.
    /// </summary>
    bool Write(int slot, ReadOnlySpan<byte> image);

    /// <summary>
    /// What a board does while the store is busy with a write: a slot takes a tenth of a second and more on a slow bus,
    /// and a key pressed meanwhile must not be lost. It may use the bus and must not use the store.
    /// </summary>
    void WhileWaiting(Action work)
    {
    }
}

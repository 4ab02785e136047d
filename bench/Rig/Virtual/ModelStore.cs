using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;

namespace HilBench.Rig.Virtual;

/// <summary>
/// The store of the model alone. A save takes as long as on a chip, page by page, so that a planned power cut tears it
/// in the same way; the cut ends the write by an exception out of the wait.
/// </summary>
internal sealed class ModelStore(VirtualTime time) : IRecordStore
{
    private readonly byte[][] _slots = [new byte[StoredRecord.SlotBytes], new byte[StoredRecord.SlotBytes]];

    public int SlotBytes => StoredRecord.SlotBytes;

    public byte[] Read(int slot) => [.. _slots[slot]];

    /// <summary>Writes at once, as a factory does.</summary>
    public void Poke(int slot, ReadOnlySpan<byte> image) => image.CopyTo(_slots[slot]);

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        var held = _slots[slot];
        for (var offset = 0; offset < held.Length; offset += EepromRecordStore.PageBytes)
        {
            var page = image.Slice(offset, Math.Min(EepromRecordStore.PageBytes, held.Length - offset));
            if (page.SequenceEqual(held.AsSpan(offset, page.Length))) continue;
            page[..(page.Length / 2)].CopyTo(held.AsSpan(offset));
            time.Wait(EepromRecordStore.WriteCycle);
            page.CopyTo(held.AsSpan(offset));
        }

        return true;
    }
}

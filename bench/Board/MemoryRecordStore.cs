using HilBench.Meter;


namespace HilBench.Board;

/// <summary>The record store of a meter that is gone when its program ends.</summary>
public sealed class MemoryRecordStore : IRecordStore
{
    private const byte NeverWritten = 0xFF;

    private readonly byte[][] _slots = [Blank(), Blank()];

    public int SlotBytes => StoredRecord.SlotBytes;

    public byte[] Read(int slot) => [.. _slots[slot]];

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        if (image.Length != SlotBytes)
            throw new ArgumentException($"a slot holds {SlotBytes} bytes, not {image.Length}", nameof(image));
        image.CopyTo(_slots[slot]);
        return true;
    }

    private static byte[] Blank()
    {
        var slot = new byte[StoredRecord.SlotBytes];
        Array.Fill(slot, NeverWritten);
        return slot;
    }
}

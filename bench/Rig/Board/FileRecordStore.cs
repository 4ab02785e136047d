using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// The record store as two files, for a meter that runs on a computer without an EEPROM. A slot is written in place
/// and flushed to the disk: its directory entry never changes, so a finished write is there after a power cut without
/// waiting for the file system's journal, and a torn one spoils its own slot only, which the other slot is for.
/// </summary>
public sealed class FileRecordStore : IRecordStore
{
    private const byte NeverWritten = 0xFF;
    private readonly string _folder;

    public FileRecordStore(string folder, int slotBytes)
    {
        if (slotBytes <= 0) throw new RigFaultException($"store: a slot of {slotBytes} bytes holds nothing");
        _folder = folder;
        SlotBytes = slotBytes;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RigFaultException(
                $"store: the folder {folder} cannot be made ({failure.Message}); name another in the rig file",
                failure);
        }
    }

    public int SlotBytes { get; }

    /// <summary>The file of a slot.</summary>
    public string PathOf(int slot) => Path.Combine(_folder, slot == 0 ? "slot-a.bin" : "slot-b.bin");

    /// <summary>A file that is missing or too short reads as a slot that was never wholly written.</summary>
    public byte[] Read(int slot)
    {
        var image = new byte[SlotBytes];
        Array.Fill(image, NeverWritten);
        if (!File.Exists(PathOf(slot))) return image;
        var held = File.ReadAllBytes(PathOf(slot));
        held.AsSpan(0, Math.Min(held.Length, SlotBytes)).CopyTo(image);
        return image;
    }

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        if (image.Length != SlotBytes)
            throw new ArgumentException($"a slot holds {SlotBytes} bytes, not {image.Length}", nameof(image));
        try
        {
            using var file = new FileStream(
                PathOf(slot), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(image);
            file.SetLength(SlotBytes);
            file.Flush(flushToDisk: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return image.SequenceEqual(Read(slot));
    }
}

using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// The record store as two files, for a meter that runs on a computer without an EEPROM. A slot is written to a file
/// beside it, flushed to the disk and renamed over the old one, so a power cut leaves the old slot or the new one.
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
        Directory.CreateDirectory(folder);
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
        var path = PathOf(slot);
        try
        {
            using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
            {
                file.Write(image);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return image.SequenceEqual(Read(slot));
    }
}

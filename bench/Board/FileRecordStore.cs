using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// The record store as two files, for a meter that runs on a computer without an EEPROM. The record holds the meter's
/// key, so the folder, where this store makes it, and the files are their owner's alone.
/// </summary>
/// <remarks>
/// A slot is written in place and flushed to the disk: its directory entry never changes, so a finished write is there
/// after a power cut without waiting for the file system's journal, and a torn one spoils its own slot only, which the
/// other slot is for. The first write of a slot has no other slot to fall back on: it goes to a second file, which is
/// flushed and then takes the name, and the folder is flushed too.
/// </remarks>
public sealed class FileRecordStore : IRecordStore
{
    private const byte NeverWritten = 0xFF;
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder;
    private readonly Action<StoreStep, string> _before;

    public FileRecordStore(string folder, int slotBytes) : this(folder, slotBytes, static (_, _) => { })
    {
    }

    /// <summary>A store that tells of each thing it is about to do to the disk, and to which file.</summary>
    internal FileRecordStore(string folder, int slotBytes, Action<StoreStep, string> before)
    {
        if (slotBytes <= 0) throw new RigFaultException($"store: a slot of {slotBytes} bytes holds nothing");
        _folder = folder;
        _before = before;
        SlotBytes = slotBytes;
        try
        {
            MakeFolder(Path.GetFullPath(folder));
            for (var slot = 0; slot < IRecordStore.Slots; slot++) MakePrivate(PathOf(slot));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RigFaultException(
                $"store: the folder {folder} cannot be used ({failure.Message}); name another in the rig file",
                failure);
        }
    }

    public int SlotBytes { get; }

    /// <summary>The file of a slot.</summary>
    public string PathOf(int slot) => Path.Combine(_folder, slot == 0 ? "slot-a.bin" : "slot-b.bin");

    /// <summary>A file that is missing or too short reads as a slot that was never wholly written.</summary>
    /// <exception cref="RigFaultException">
    /// The file or its folder cannot be read: that is no blank store, which would be programmed anew.
    /// </exception>
    public byte[] Read(int slot)
    {
        try
        {
            return ReadFile(PathOf(slot));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RigFaultException($"store: {PathOf(slot)} cannot be read ({failure.Message})", failure);
        }
    }

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        if (image.Length != SlotBytes)
            throw new ArgumentException($"a slot holds {SlotBytes} bytes, not {image.Length}", nameof(image));
        try
        {
            var path = PathOf(slot);
            if (File.Exists(path)) WriteInPlace(path, image);
            else WriteFirst(path, image);
            return image.SequenceEqual(ReadFile(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void WriteInPlace(string path, ReadOnlySpan<byte> image)
    {
        using var file = new FileStream(path, Options(FileMode.Open));
        Fill(file, path, image);
    }

    private void WriteFirst(string path, ReadOnlySpan<byte> image)
    {
        var unfinished = path + ".new";
        _before(StoreStep.Create, unfinished);
        using (var file = new FileStream(unfinished, Options(FileMode.Create))) Fill(file, unfinished, image);
        _before(StoreStep.Rename, path);
        File.Move(unfinished, path);
        _before(StoreStep.FlushFolder, _folder);
        FolderFlush.Flush(_folder);
    }

    private void Fill(FileStream file, string path, ReadOnlySpan<byte> image)
    {
        _before(StoreStep.Write, path);
        file.Write(image);
        _before(StoreStep.SetLength, path);
        file.SetLength(image.Length);
        _before(StoreStep.Flush, path);
        file.Flush(flushToDisk: true);
    }

    private byte[] ReadFile(string path)
    {
        var image = new byte[SlotBytes];
        Array.Fill(image, NeverWritten);
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            file.ReadAtLeast(image, image.Length, throwOnEndOfStream: false);
        }
        catch (FileNotFoundException)
        {
            // Never written; a folder that is gone is another exception.
        }

        return image;
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0,
        };
        if (mode == FileMode.Create && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnFile;
        return options;
    }

    /// <summary>Each folder that has to be made is flushed into the one above it.</summary>
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (Path.GetDirectoryName(folder) is { Length: > 0 } above) MakeFolder(above);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnFolder);
        FolderFlush.Flush(Path.GetDirectoryName(folder)!);
    }

    /// <summary>A file of an earlier version may be open to others.</summary>
    private static void MakePrivate(string file)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(file) || File.GetUnixFileMode(file) == OwnFile) return;
        File.SetUnixFileMode(file, OwnFile);
    }
}

/// <summary>What a <see cref="FileRecordStore"/> does to the disk, one thing after the other.</summary>
internal enum StoreStep
{
    Create,
    Write,
    SetLength,
    Flush,
    Rename,
    FlushFolder,
}

using HilBench.Board;

namespace HilBench.Simulation.Memory;

/// <summary>
/// The board's store in two files. A cut is before each thing the store does to the disk (make, write, set the length,
/// flush, rename, flush the folder), after each byte of the write, and after all.
/// </summary>
public sealed class FileMemory : ITrialMemory
{
    private const string InMemory = "/dev/shm";

    /// <summary>
    /// Cuts are made between the steps of the store, not in the disk, so a disk in memory is as good.
    /// </summary>
    private readonly string _folder = Path.Combine(
        Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"hilbench-cuts-{Guid.NewGuid():N}");

    private readonly FileRecordStore _store;
    private readonly int _slotBytes;
    private int _stepsLeft = int.MaxValue;
    private int _steps;
    private string _written = "";

    public FileMemory(int slotBytes)
    {
        _slotBytes = slotBytes;
        _store = new FileRecordStore(_folder, slotBytes, Before);
    }

    public string Name => "file";

    public byte[] Read(int slot) => _store.Read(slot);

    public void Set(int slot, ReadOnlySpan<byte> image)
    {
        // What a cut left beside the slots is there at the next start, too; the store must not mind.
        if (image.ContainsAnyExcept((byte)0xFF, (byte)0)) File.WriteAllBytes(_store.PathOf(slot), image);
        else File.Delete(_store.PathOf(slot));
    }

    public bool Write(int slot, ReadOnlySpan<byte> image)
    {
        _stepsLeft = int.MaxValue;
        return _store.Write(slot, image);
    }

    public int CutsIn(int slot, ReadOnlySpan<byte> image) => StepsOf(slot) + _slotBytes + 1;

    public void WriteUntil(int cut, int slot, ReadOnlySpan<byte> image)
    {
        var (steps, bytes) = cut < StepsOf(slot) ? (cut, 0) : (WriteStepOf(slot), cut - StepsOf(slot));
        if (cut == CutsIn(slot, image) - 1)
        {
            Write(slot, image);
            return;
        }

        (_stepsLeft, _steps) = (steps, 0);
        try
        {
            _store.Write(slot, image);
        }
        catch (PowerCutException)
        {
            if (bytes > 0) WriteFirst(image[..bytes]);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A slot that is there: write, length, flush. Else also make, rename, and the folder.</summary>
    private int StepsOf(int slot) => File.Exists(_store.PathOf(slot)) ? 3 : 6;

    private int WriteStepOf(int slot) => File.Exists(_store.PathOf(slot)) ? 0 : 1;

    private void WriteFirst(ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(_written, FileMode.OpenOrCreate, FileAccess.Write);
        file.Write(bytes);
    }

    private void Before(StoreStep step, string path)
    {
        if (step == StoreStep.Write) _written = path;
        if (_steps++ == _stepsLeft) throw new PowerCutException();
    }

    private sealed class PowerCutException : Exception;
}

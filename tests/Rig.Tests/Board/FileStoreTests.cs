using HilBench.Board;
using HilBench.Meter;
using HilBench.Rig.Tests.Virtual;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Board;

/// <summary>
/// The files of a meter without an EEPROM: a power cut at any moment, a disk that fails, prying eyes.
/// </summary>
public sealed class FileStoreTests : IDisposable
{
    private const int SlotBytes = StoredRecord.SlotBytes;

    private readonly string _top = Directory.CreateTempSubdirectory("hilbench-store-").FullName;

    private string Folder => Path.Combine(_top, "one", "two");

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public void A_power_cut_at_any_step_of_a_save_leaves_the_old_record_or_the_new_one()
    {
        for (var taken = 0; taken <= SlotBytes; taken += 37)
        {
            for (var cut = 0; Cut(taken, cut); cut++)
            {
            }
        }
    }

    /// <summary>Before the first record there is nothing to fall back on but a blank store.</summary>
    [Fact]
    public void A_power_cut_at_any_step_of_the_first_save_leaves_a_blank_slot_or_the_whole_record()
    {
        var steps = new List<StoreStep>();
        new FileRecordStore(Folder, SlotBytes, (step, _) => steps.Add(step)).Write(0, Record(1));
        Assert.Equal(
            [StoreStep.Create, StoreStep.Write, StoreStep.SetLength, StoreStep.Flush, StoreStep.Rename,
                StoreStep.FlushFolder],
            steps);
        for (var cut = 0; cut < steps.Count; cut++)
        {
            Directory.Delete(Folder, recursive: true);
            CutAt(cut, taken: 100, 0, Record(1));
            var found = new FileRecordStore(Folder, SlotBytes).Read(0);
            var isBlank = !found.AsSpan().ContainsAnyExcept((byte)0xFF);
            Assert.True(isBlank || found.AsSpan().SequenceEqual(Record(1)), $"half a record after step {cut}");
            Assert.True(new FileRecordStore(Folder, SlotBytes).Write(0, Record(2)));
            Assert.Equal(Record(2), new FileRecordStore(Folder, SlotBytes).Read(0));
        }
    }

    [Fact]
    public void The_folder_and_the_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("no modes here");
        var store = new FileRecordStore(Folder, SlotBytes);
        Assert.True(store.Write(0, Record(1)) && store.Write(1, Record(2)) && store.Write(0, Record(3)));
        Assert.Equal("700 600 600", Modes(Folder, store.PathOf(0), store.PathOf(1)));
        Assert.Equal(2, Directory.GetFiles(Folder).Length);
    }

    [Fact]
    public void Files_of_an_earlier_version_that_others_could_read_are_closed_to_them()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("no modes here");
        var store = new FileRecordStore(Folder, SlotBytes);
        store.Write(0, Record(1));
        Open(store.PathOf(0));
        Assert.Equal(Record(1), new FileRecordStore(Folder, SlotBytes).Read(0));
        Assert.Equal("600", Modes(store.PathOf(0)));
    }

    /// <summary>A blank store would be programmed as another meter.</summary>
    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault_of_the_rig_and_no_blank_store()
    {
        var store = new FileRecordStore(Folder, SlotBytes);
        Directory.CreateDirectory(store.PathOf(0));
        Assert.Contains(
            "slot-a.bin cannot be read", Assert.Throws<RigFaultException>(() => store.Read(0)).Message,
            StringComparison.Ordinal);
        Directory.Delete(Folder, recursive: true);
        Assert.Contains(
            "slot-b.bin cannot be read", Assert.Throws<RigFaultException>(() => store.Read(1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_that_cannot_be_read_back_is_a_failed_save()
    {
        var store = new FileRecordStore(Folder, SlotBytes, (step, path) =>
        {
            // The medium is pulled out before the record is read back.
            if (step == StoreStep.FlushFolder) Directory.Move(Folder, Folder + ".gone");
        });
        Assert.False(store.Write(0, Record(1)));
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(store.PathOf(1));
        Assert.False(new FileRecordStore(Folder, SlotBytes).Write(1, Record(1)));
    }

    [Fact]
    public void A_slot_is_never_longer_than_a_slot()
    {
        var store = new FileRecordStore(Folder, SlotBytes);
        File.WriteAllBytes(store.PathOf(0), [.. Record(1), 1, 2, 3]);
        Assert.Equal(Record(1), store.Read(0));
        Assert.True(store.Write(0, Record(2)));
        Assert.Equal(SlotBytes, new FileInfo(store.PathOf(0)).Length);
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(store.PathOf(1), "/dev/zero");
        Assert.Equal(new byte[SlotBytes], store.Read(1));
    }

    /// <summary>False once the save has more steps than that.</summary>
    private bool Cut(int taken, int cut)
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        var store = new FileRecordStore(Folder, SlotBytes);
        Assert.True(store.Write(0, Record(8)) && store.Write(1, Record(9)));
        var isCut = CutAt(cut, taken, 0, Record(10));
        var after = new FileRecordStore(Folder, SlotBytes);
        var found = StoredRecord.Newest(after.Read(0), after.Read(1))?.Sequence;
        Assert.True(isCut ? found is 9 or 10 : found == 10, $"{found} after {taken} bytes, cut at step {cut}");
        return isCut;
    }

    /// <summary>Of a write that is cut off, so many bytes have reached the disk.</summary>
    private bool CutAt(int cut, int taken, int slot, byte[] image)
    {
        var step = 0;
        var store = new FileRecordStore(Folder, SlotBytes, (what, path) =>
        {
            if (step++ != cut) return;
            if (what == StoreStep.Write) Tear(path, image.AsSpan(0, taken));
            throw new PowerCut();
        });
        try
        {
            return !store.Write(slot, image);
        }
        catch (PowerCut)
        {
            return true;
        }
    }

    private static void Tear(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(bytes);
    }

    private static byte[] Record(long sequence) => StoredRecord.Encode(SampleMeter.Registers(), sequence);

    private static string Modes(params string[] paths) => string.Join(' ', paths.Select(ModeOf));

    private static string ModeOf(string path) =>
        OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private static void Open(string file)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, (UnixFileMode)0x1B6);
    }

    private sealed class PowerCut : Exception;
}

using HilBench.Meter;
using System.Diagnostics;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// The virtual disk with the meter's two slots, an ext4 file system. It is read as the next boot would find it: from a
/// copy of the disk, after its journal was replayed. What is only in the guest's memory does not count.
/// </summary>
/// <param name="files">Where the disk is.</param>
/// <param name="folder">The folder on it that has the slots.</param>
internal sealed class StateDisk(VmFiles files, string folder = "") : IGuestStore
{
    private const string Size = "8M";
    private static readonly string[] Names = ["slot-a.bin", "slot-b.bin"];

    /// <summary>A new disk. Only while nobody has it mounted.</summary>
    public void Make(byte[] slotA, byte[] slotB)
    {
        var folder = Directory.CreateDirectory(Path.Combine(files.Work, "slots")).FullName;
        File.WriteAllBytes(Path.Combine(folder, Names[0]), slotA);
        File.WriteAllBytes(Path.Combine(folder, Names[1]), slotB);
        var made = Path.Combine(files.Work, "made.img");
        File.Delete(made);
        Tool("mke2fs", "-q", "-t", "ext4", "-d", folder, made, Size);
        // Written into the existing file, which the machine has open; renaming would replace it.
        using var disk = new FileStream(files.Disk, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        using var image = File.OpenRead(made);
        image.CopyTo(disk);
        disk.Flush(flushToDisk: false);
        File.Delete(made);
    }

    public StoredRecord? Read()
    {
        var (a, b) = Slots();
        return StoredRecord.Newest(a, b);
    }

    public (byte[] SlotA, byte[] SlotB) Slots()
    {
        var copy = Path.Combine(files.Work, "copy.img");
        File.Copy(files.Disk, copy, overwrite: true);
        Tool("e2fsck", "-fy", copy);
        return (Slot(copy, 0), Slot(copy, 1));
    }

    private byte[] Slot(string image, int slot)
    {
        var into = Path.Combine(files.Work, "read.bin");
        File.Delete(into);
        Tool("debugfs", "-R", $"dump {folder}/{Names[slot]} {into}", image);
        return File.Exists(into) ? File.ReadAllBytes(into) : [];
    }

    /// <summary>e2fsck answers 1 when it has repaired something, which replaying a journal is.</summary>
    private static void Tool(string name, params string[] arguments)
    {
        var path = File.Exists($"/sbin/{name}") ? $"/sbin/{name}" : $"/usr/sbin/{name}";
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new RigFaultException($"{name} does not start");
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode > 1) throw new RigFaultException($"{name}: {said.Result.ReplaceLineEndings(" ")}");
    }
}

using HilBench.Rig.Links;

namespace HilBench.Rig.Physical.Ports;

/// <summary>
/// One program has a port at a time. Linux does not see to that: a second open of the same device succeeds and the two
/// steal each other's bytes. So each bench holds a lock file that names it, and looks whether anybody else has the
/// device open.
/// </summary>
internal sealed class PortLock : IDisposable
{
    private readonly FileStream _file;

    private PortLock(FileStream file) => _file = file;

    /// <exception cref="LinkLostException">Somebody has the port; the message says who.</exception>
    public static PortLock Take(string device)
    {
        var path = PathFor(device);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new LinkLostException(device, $"held by {OwnerIn(path)}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new LinkLostException(device, $"the lock file {path} belongs to another user");
        }

        if (HolderOf(device) is { } holder)
        {
            file.Dispose();
            throw new LinkLostException(device, $"held by {holder}");
        }

        File.WriteAllText(OwnerPath(path), $"process {Environment.ProcessId} ({CommandOf(Environment.ProcessId)})");
        return new PortLock(file);
    }

    /// <summary>The file stays: removing it would let a third one lock a file that is not there any more.</summary>
    public void Dispose() => _file.Dispose();

    private static string PathFor(string device) =>
        Path.Combine(Path.GetTempPath(), $"hilbench-port{device.Replace('/', '-')}.lock");

    /// <summary>A locked file cannot be read on every system, so the owner's name stands beside it.</summary>
    private static string OwnerPath(string path) => path + ".owner";

    private static string OwnerIn(string path)
    {
        try
        {
            var owner = File.ReadAllText(OwnerPath(path)).Trim();
            return owner.Length > 0 ? owner : "another bench";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another bench";
        }
    }

    /// <summary>Another process that has the device open, as far as this user may see.</summary>
    private static string? HolderOf(string device)
    {
        var real = File.ResolveLinkTarget(device, returnFinalTarget: true)?.FullName ?? device;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), out var id) || id == Environment.ProcessId) continue;
            if (HasOpen(process, real)) return $"process {id} ({CommandOf(id)})";
        }

        return null;
    }

    private static bool HasOpen(string process, string device)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd"))
                .Any(descriptor => new FileInfo(descriptor).LinkTarget == device);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string CommandOf(int process)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{process}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var command = string.Join(' ', words.Select(word => Path.GetFileName(word)).Take(3));
            return command.Length > 0 ? command : "no command";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "gone";
        }
    }
}

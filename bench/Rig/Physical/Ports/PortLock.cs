using HilBench.Rig.Links;

namespace HilBench.Rig.Physical.Ports;

/// <summary>
/// One program has a port at a time. Linux does not see to that: a second open of the same device succeeds and the two
/// steal each other's bytes. So each bench holds a lock file that names it, and looks whether anybody else has the
/// device open.
/// </summary>
internal sealed class PortLock : IDisposable
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly FileStream _file;

    private PortLock(FileStream file) => _file = file;

    /// <exception cref="LinkLostException">Somebody has the port; the message says who.</exception>
    public static PortLock Take(string device)
    {
        // A port may have several names (/dev/serial/by-id/…): the lock is on what they mean.
        var real = File.ResolveLinkTarget(device, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(device);
        var path = Path.Combine(Path.GetTempPath(), $"hilbench-port{real.Replace('/', '-')}.lock");
        FileStream file;
        try
        {
            file = OpenForAll(path, FileAccess.Read);
        }
        catch (IOException)
        {
            throw new LinkLostException(device, $"held by {HolderOf(real) ?? OwnerIn(path) ?? "another bench"}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new LinkLostException(device, $"user {Environment.UserName} cannot open its lock file {path}");
        }

        if (HolderOf(real) is { } holder)
        {
            file.Dispose();
            throw new LinkLostException(device, $"held by {holder}");
        }

        SignAsOwner(path);
        return new PortLock(file);
    }

    /// <summary>The file stays: removing it would let a third one lock a file that is not there any more.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>
    /// The file whoever made it, locked. An existing one is opened without the wish to create it, which Linux refuses
    /// for the file of another user in /tmp.
    /// </summary>
    private static FileStream OpenForAll(string path, FileAccess access)
    {
        if (File.Exists(path)) return new FileStream(path, FileMode.Open, access, FileShare.None);
        try
        {
            using (new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                if (OperatingSystem.IsLinux()) File.SetUnixFileMode(path, ForAll);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody else made it in the meantime.
        }

        return new FileStream(path, FileMode.Open, access, FileShare.None);
    }

    /// <summary>A locked file cannot be read on every system, so the owner's name stands beside it.</summary>
    private static string OwnerPath(string path) => path + ".owner";

    private static void SignAsOwner(string path)
    {
        try
        {
            using var file = OpenForAll(OwnerPath(path), FileAccess.ReadWrite);
            file.SetLength(0);
            using var text = new StreamWriter(file);
            text.Write($"process {Environment.ProcessId} ({CommandOf(Environment.ProcessId)})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The name is for a message; the lock holds without it.
        }
    }

    private static string? OwnerIn(string path)
    {
        try
        {
            var owner = File.ReadAllText(OwnerPath(path)).Trim();
            return owner.Length > 0 ? owner : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Another process that has the device open, as far as this user may see.</summary>
    private static string? HolderOf(string device)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), out var id) || id == Environment.ProcessId) continue;
            if (HasOpen(process, device)) return $"process {id} ({CommandOf(id)})";
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

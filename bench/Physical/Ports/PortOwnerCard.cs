using System.Globalization;
using System.Text;

namespace HilBench.Physical.Ports;

/// <summary>
/// A file that says who has a port, for the message somebody else gets. It is in the folder for locks that all users
/// share, or in the user's own runtime folder; only its owner may read it, and the group of the port. Nothing but its
/// text hangs on it: what keeps others out is the lock on the port itself (<see cref="PortLock"/>). Its second line is
/// the number of the process and when that process started, so that a card whose writer has died names nobody.
/// </summary>
internal sealed class PortOwnerCard : IDisposable
{
    private const string Shared = "/run/lock";
    private const string RuntimeVariable = "XDG_RUNTIME_DIR";
    private const int LongestText = 300;

    private readonly string _path;

    private PortOwnerCard(string path) => _path = path;

    /// <summary>Where cards of this port may be, the one that all users share first.</summary>
    public static IEnumerable<string> PathsFor(string port)
    {
        var name = $"hilbench-port{port.Replace('/', '-')}.lock";
        yield return Path.Combine(Shared, name);
        if (Environment.GetEnvironmentVariable(RuntimeVariable) is { Length: > 0 } own && Path.IsPathRooted(own))
            yield return Path.Combine(own, name);
    }

    /// <param name="port">The port's real name, such as <c>/dev/ttyUSB0</c>.</param>
    /// <param name="group">Who else may use the port; null = nobody.</param>
    /// <param name="owner">The text.</param>
    /// <returns>Null when no card can be written: the lock holds without one.</returns>
    public static PortOwnerCard? Write(string port, uint? group, string owner)
    {
        foreach (var path in PathsFor(port))
        {
            if (TryWrite(path, group, owner) is { } card) return card;
        }

        return null;
    }

    /// <summary>Who holds the port; null when no card says so, or when its writer is gone.</summary>
    public static string? Read(string port) =>
        PathsFor(port).Select(TextOf).FirstOrDefault(text => text is { Length: > 0 });

    /// <summary>The port is still locked here, so nobody else can have written a card of this name.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays behind, and is not believed once this process has ended.
        }
    }

    private static PortOwnerCard? TryWrite(string path, uint? group, string owner)
    {
        var opened = LibC.OpenFile(path);
        var isNew = opened.IsInvalid;
        using var file = isNew ? LibC.CreateFile(path) : opened;
        if (file.IsInvalid || LibC.FactsOf(file) is not { IsPlain: true }) return null;
        try
        {
            if (isNew && group is { } others) LibC.ShareWith(file, others);
            RandomAccess.SetLength(file, 0);
            var stamp = $"{Environment.ProcessId} {PortUsers.StartOf(Environment.ProcessId)}";
            RandomAccess.Write(file, Encoding.UTF8.GetBytes($"{owner}\n{stamp}\n"), fileOffset: 0);
            return new PortOwnerCard(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk, for one: there is no card then.
            return null;
        }
    }

    private static string? TextOf(string path)
    {
        using var file = LibC.OpenFile(path);
        if (file.IsInvalid || LibC.FactsOf(file) is not { IsPlain: true }) return null;
        try
        {
            var bytes = new byte[LongestText];
            var lines = Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(file, bytes, fileOffset: 0)).Split('\n');
            return lines.Length > 1 && IsAlive(lines[1]) ? PortUsers.Plain(lines[0]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsAlive(string stamp) =>
        stamp.Split(' ') is [var process, var start]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && PortUsers.StartOf(id) == start;
}

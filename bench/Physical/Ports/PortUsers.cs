using System.Globalization;

namespace HilBench.Physical.Ports;

/// <summary>
/// Who has a port open, as far as /proc lets this user see. The program that made a pseudo-terminal holds its far end,
/// the master, and often keeps the near end open too: that program is the cable and nobody's rival.
/// </summary>
internal static class PortUsers
{
    private const string Processes = "/proc";
    private const string PseudoTerminals = "/dev/pts/";
    private const string Master = "ptmx";
    private const string IndexOfMaster = "tty-index:";
    private const int WordsShown = 3;
    private const int LongestCommand = 80;

    /// <summary>This process, for others to read.</summary>
    public static string Myself
    {
        get
        {
            var id = Environment.ProcessId;
            return $"process {id} ({CommandOf($"{Processes}/{id}")}) of user {Environment.UserName}";
        }
    }

    /// <summary>Another process that uses the port from the same side as we would; null when none is seen.</summary>
    /// <param name="port">The port.</param>
    /// <param name="name">Its real name.</param>
    /// <param name="processes">Where the kernel shows processes.</param>
    public static string? RivalFor(LibC.FileFacts port, string name, string processes = Processes)
    {
        foreach (var process in Directory.EnumerateDirectories(processes))
        {
            if (!int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || id == Environment.ProcessId)
                continue;
            if (HasOpen(process, port) && !IsCable(process, name)) return $"process {id} ({CommandOf(process)})";
        }

        return null;
    }

    /// <summary>When a process started, in the kernel's count; null when it has ended or is not shown.</summary>
    public static string? StartOf(int process)
    {
        const int start = 19;
        try
        {
            // The name of the process stands in brackets, and may hold anything.
            var facts = File.ReadAllText($"{Processes}/{process}/stat");
            return facts[(facts.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .ElementAtOrDefault(start);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Without what a terminal would obey.</summary>
    public static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    private static bool HasOpen(string process, LibC.FileFacts port) => Descriptors(process)
        .Any(descriptor => LibC.FactsOf(descriptor) is { } facts && facts.IsSameAs(port));

    private static bool IsCable(string process, string name) =>
        name.StartsWith(PseudoTerminals, StringComparison.Ordinal)
        && Descriptors(process)
            .Where(descriptor => Path.GetFileName(TargetOf(descriptor) ?? "") == Master)
            .Any(descriptor => MasterOf(process, descriptor) is not { } index
                || PseudoTerminals + index == name);

    /// <summary>The number of the pseudo-terminal; null when the kernel does not say.</summary>
    private static string? MasterOf(string process, string descriptor)
    {
        try
        {
            return File.ReadLines(Path.Combine(process, "fdinfo", Path.GetFileName(descriptor)))
                .FirstOrDefault(line => line.StartsWith(IndexOfMaster, StringComparison.Ordinal))
                ?[IndexOfMaster.Length..].Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Descriptors(string process)
    {
        try
        {
            return Directory.GetFiles(Path.Combine(process, "fd"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's process, or one that has just ended.
            return [];
        }
    }

    private static string? TargetOf(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string CommandOf(string process)
    {
        try
        {
            var words = File.ReadAllText(Path.Combine(process, "cmdline"))
                .Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var command = Plain(string.Join(' ', words.Select(word => Path.GetFileName(word)).Take(WordsShown)));
            if (command.Length > LongestCommand) command = command[..LongestCommand] + "…";
            return command.Length > 0 ? command : "no command";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "ended by now";
        }
    }
}

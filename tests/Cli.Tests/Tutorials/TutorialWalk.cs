using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests.Tutorials;

/// <summary>
/// Somebody who does what a page says, from its top to its end, in an empty folder and with a home of his own. All is
/// typed into one shell, so what runs beside the page (<c>&amp;</c>) goes on until its end.
/// </summary>
internal sealed class TutorialWalk : IDisposable
{
    private const string Mark = "-- typed, and ended with ";
    private const string Last = "-- next";

    /// <summary>As a user has it: the copy beside the tests lacks what only a lab and the panel load.</summary>
    private static readonly string Program =
        Path.Combine(AppContext.BaseDirectory.Replace("/tests/Cli.Tests/", "/bench/Cli/"), "hilbench.dll");

    private readonly string _folder;
    private readonly HilbenchProcess _shell;

    public TutorialWalk(string folder)
    {
        _folder = folder;
        var home = Directory.CreateDirectory(Path.Combine(folder, ".home")).FullName;
        var program = Path.Combine(home, "hilbench");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Program}' \"$@\"\n");
        _shell = HilbenchProcess.StartShell(
            folder,
            $"chmod 700 '{program}'; unset CI XDG_STATE_HOME; export HOME='{home}' PATH='{home}':$PATH:/usr/sbin; "
                + "exec /bin/sh 2>&1");
    }

    /// <summary>Takes one step, and looks whether it came out as the page shows it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="mayFail">The page asks for the exit code next, so any will do.</param>
    /// <returns>What is not as it is shown; null when all is.</returns>
    public string? Take(TutorialStep step, bool mayFail)
    {
        if (step.File is { } file)
        {
            var path = Path.Combine(_folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, step.Text);
            return null;
        }

        var (said, code) = step.Text.EndsWith(" &", StringComparison.Ordinal) ? Beside(step) : InFront(step.Text);
        if (Missing(said, step.Shown) is { } missing) return $"\"{step.Text}\" does not say \"{missing}\" but:\n{said}";
        return code == "0" || mayFail ? null : $"\"{step.Text}\" ended with {code}:\n{said}";
    }

    /// <summary>Ends what runs beside the page.</summary>
    public void End() => InFront("kill $beside 2> /dev/null; wait");

    public void Dispose() => _shell.Dispose();

    /// <summary>It goes on; what is shown is what it says first.</summary>
    private (string Said, string Code) Beside(TutorialStep step)
    {
        Type($"{step.Text}\nbeside=\"$beside $!\"");
        return (step.Shown.Count == 0 ? "" : _shell.ReadUntil(step.Shown[^1].Trim('…')) + "…", "0");
    }

    /// <summary>All in one piece, so that the shell has read it before a command may read the rest.</summary>
    private (string Said, string Code) InFront(string command)
    {
        Type($"{command}\nended=$?; echo '{Mark}'$ended '{Last}'; (exit $ended)");
        var parts = _shell.ReadUntil(Last).Split(Mark);
        return (parts[0], parts[1].Split(' ')[0]);
    }

    private void Type(string line)
    {
        _shell.In.Write(line + "\n");
        _shell.In.Flush();
    }

    /// <summary>The first line that is shown and was not said, or not in this order.</summary>
    private static string? Missing(string said, IReadOnlyList<string> shown)
    {
        var at = 0;
        var lines = said.Split('\n');
        foreach (var line in shown.Where(line => line.Trim() != "…"))
        {
            while (at < lines.Length && !Fits(lines[at], line)) at++;
            if (at++ >= lines.Length) return line;
        }

        return null;
    }

    private static bool Fits(string said, string shown)
    {
        var parts = shown.TrimEnd().Split('…');
        var rest = said.TrimEnd();
        if (parts.Length == 1) return rest == shown.TrimEnd();
        if (!rest.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = 0;
        foreach (var part in parts)
        {
            at = rest.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += part.Length;
        }

        return rest.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}

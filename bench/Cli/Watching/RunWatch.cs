using HilBench.Runs;
using HilBench.Scenarios.Running;

namespace HilBench.Cli;

/// <summary>
/// <c>run --watch</c>: a run, and another one of what is concerned each time that something is saved, until Ctrl-C.
/// </summary>
internal sealed class RunWatch(string[] paths, string rig, string? report, Func<string[], int> run)
{
    private readonly WatchedPaths _watched = new(paths, rig, report);

    /// <summary>The exit code of the last run.</summary>
    public int Run()
    {
        // A run has one of its own as well: this one is there between two runs.
        using var interrupt = new Interrupt();
        using var files = new FileWatch(_watched.Folders, WatchedPaths.Endings);
        var again = paths;
        while (true)
        {
            var code = CommandLine.Told(() => run(again));
            if (code == ExitCodes.Aborted || Next(files, interrupt.Token) is not { } concerned) return code;
            again = concerned;
            Say($"\n── {DateTime.Now:HH:mm:ss} again: {string.Join(' ', again.Select(ShellWord.Quote))}");
        }
    }

    /// <summary>Null when the person has had enough.</summary>
    private string[]? Next(FileWatch files, CancellationToken stop)
    {
        Say("waiting for a feature, rig or profile to be saved; Ctrl-C ends");
        while (files.Next(stop) is { } saved)
        {
            if (_watched.Concerned(saved) is { Count: > 0 } concerned) return [.. concerned];
        }

        return null;
    }

    private static void Say(string what)
    {
        if (!Surroundings.Current.IsErrorRedirected) Console.Error.WriteLine(what);
    }
}

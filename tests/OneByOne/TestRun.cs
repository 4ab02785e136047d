using System.Diagnostics;

namespace HilBench.OneByOne;

internal enum Verdict
{
    /// <summary>A test failed, or the process crashed.</summary>
    Killed,

    /// <summary>The tests used many times the processor time they need, so the mutant made a loop endless.</summary>
    Timeout,

    /// <summary>Every test passed.</summary>
    Survived,
}

/// <summary>
/// Runs a test project in a process of its own with one mutant switched on from the start, so that what a class
/// initialises once is mutated too, and nothing of an earlier mutant is left.
/// </summary>
/// <param name="tests">The executable of the test project, beside the mutated assembly.</param>
internal sealed class TestRun(string tests)
{
    private const int NoMutant = -1;

    /// <summary>
    /// The memory limit of a process, in bytes and hexadecimal, because a mutant may allocate without end.
    /// </summary>
    private const string MostMemory = "60000000";

    /// <summary>
    /// How long a process may run without working or ending; generous, because the machine may be busy.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Folders of tests that take long; they are run last.</summary>
    private readonly string[] _longRooms =
        [.. new[] { "Properties", "Vectors" }.Select(room => $"{Path.GetFileName(tests)}.{room}")];

    /// <summary>Processor time after which a run is given up.</summary>
    private TimeSpan _most = Longest;

    /// <summary>Whether all tests pass without a mutant. The time they take is the measure for the mutants.</summary>
    public bool IsHealthy()
    {
        var (verdict, worked) = Of(NoMutant, []);
        _most = (worked * 5) + TimeSpan.FromSeconds(5);
        return verdict == Verdict.Survived;
    }

    /// <summary>The test class of the mutated file first, then the other quick tests, and the long ones last.</summary>
    public Verdict Judge(Mutant mutant)
    {
        string[][] steps =
        [
            ["-class", $"*.{Path.GetFileNameWithoutExtension(mutant.File)}Tests"],
            [.. _longRooms.SelectMany(room => new[] { "-namespace-", room })],
            [.. _longRooms.SelectMany(room => new[] { "-namespace", room })],
        ];
        return steps.Select(step => Of(mutant.Id, step).Verdict)
            .FirstOrDefault(verdict => verdict != Verdict.Survived, Verdict.Survived);
    }

    private (Verdict Verdict, TimeSpan Worked) Of(int mutant, string[] filter)
    {
        using var process = Process.Start(StartOf(mutant, filter))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var clock = Stopwatch.StartNew();
        var worked = TimeSpan.Zero;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(50)))
        {
            worked = Worked(process, worked);
            if (worked < _most && clock.Elapsed < Longest) continue;
            process.Kill();
            process.WaitForExit();
            return (Verdict.Timeout, worked);
        }

        return (process.ExitCode == 0 ? Verdict.Survived : Verdict.Killed, worked);
    }

    private ProcessStartInfo StartOf(int mutant, string[] filter)
    {
        var start = new ProcessStartInfo(tests, ["-noLogo", "-noColor", "-stopOnFail", .. filter])
        {
            WorkingDirectory = Path.GetDirectoryName(tests),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "HILBENCH_ACTIVE_MUTANT";
        start.Environment["HILBENCH_ACTIVE_MUTANT"] = mutant.ToString();
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    /// <summary>The processor time so far; a process that has just ended no longer says it.</summary>
    private static TimeSpan Worked(Process process, TimeSpan before)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return before;
        }
    }
}

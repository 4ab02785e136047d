using System.Diagnostics;

namespace HilBench.OneByOne;

internal enum Verdict
{
    /// <summary>A test failed, or the process did.</summary>
    Killed,

    /// <summary>The tests took many times the processor time they need: a loop that does not end.</summary>
    Timeout,

    /// <summary>Every test passed.</summary>
    Survived,
}

/// <summary>
/// One process of a test project with one mutant switched on from its first instruction, so that what it initialises
/// once is mutated too, and nothing of an earlier mutant is left.
/// </summary>
internal static class TestRun
{
    /// <summary>A mutant may allocate without end: it runs out of this much memory, in bytes and hexadecimal.</summary>
    private const string MostMemory = "60000000";

    /// <summary>A process that neither works nor ends; generous, since the machine may be busy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <param name="tests">The executable of the test project, beside the mutated assembly.</param>
    /// <param name="mutant">The number of the mutant; −1 = none.</param>
    /// <param name="most">Processor time after which the run is given up.</param>
    public static (Verdict Verdict, TimeSpan Worked) Of(string tests, int mutant, TimeSpan most)
    {
        var start = new ProcessStartInfo(tests, ["-noLogo", "-noColor", "-stopOnFail"])
        {
            WorkingDirectory = Path.GetDirectoryName(tests),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = "HILBENCH_ACTIVE_MUTANT";
        start.Environment["HILBENCH_ACTIVE_MUTANT"] = mutant.ToString();
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;

        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var clock = Stopwatch.StartNew();
        var worked = TimeSpan.Zero;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(100)))
        {
            worked = Worked(process, worked);
            if (worked < most && clock.Elapsed < Longest) continue;
            process.Kill();
            process.WaitForExit();
            return (Verdict.Timeout, worked);
        }

        return (process.ExitCode == 0 ? Verdict.Survived : Verdict.Killed, worked);
    }

    /// <summary>The processor time so far; a process that has just ended no longer tells.</summary>
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

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
/// Processes of a test project with one mutant switched on from the first instruction, so that what a class
/// initialises once is mutated too, and nothing of an earlier mutant is left.
/// </summary>
/// <param name="tests">The executable of the test project, beside the mutated assembly.</param>
internal sealed class TestRun(string tests)
{
    private const int NoMutant = -1;

    /// <summary>A mutant may allocate without end: it runs out of this much memory, in bytes and hexadecimal.</summary>
    private const string MostMemory = "60000000";

    /// <summary>A process that neither works nor ends; generous, since the machine may be busy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Rooms of the tests that take long; they come last.</summary>
    private readonly string[] _longRooms =
        [.. new[] { "Properties", "Vectors" }.Select(room => $"{Path.GetFileName(tests)}.{room}")];

    /// <summary>Processor time after which a run is given up.</summary>
    private TimeSpan _most = Longest;

    /// <summary>Whether all tests pass without a mutant; from then on their time is the measure.</summary>
    public bool IsHealthy()
    {
        var (verdict, worked) = Of(NoMutant, []);
        _most = (worked * 5) + TimeSpan.FromSeconds(5);
        return verdict == Verdict.Survived;
    }

    /// <summary>The mirror of the mutated file first, then the other quick tests, and the long ones at last.</summary>
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

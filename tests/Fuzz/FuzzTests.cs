namespace HilBench.Fuzz;

/// <summary>A short run of every fuzz target. Long ones are started by hand (tests/fuzz.sh).</summary>
public class FuzzTests
{
    private const int Inputs = 3_000;

    public static TheoryData<string> Names => [.. FuzzRun.Targets.Select(make => make().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_strangers_write_is_taken_or_refused_but_never_crashes_the_reader(string name)
    {
        var target = FuzzRun.Targets.Select(make => make()).Single(target => target.Name == name);
        var report = FuzzRun.Feed(target, Inputs, seed: 1);
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(report.Crash is null, report.ToString());
        Assert.InRange(report.Taken, 1, Inputs - 1);
    }

    /// <summary>
    /// Reads what tests/fuzz.sh sets: HILBENCH_FUZZ_INPUTS for each target, HILBENCH_FUZZ_SEED, and
    /// HILBENCH_FUZZ_TARGET for one of them. Without these variables this test does nothing.
    /// </summary>
    [Fact]
    public void A_long_run_asked_for_by_hand_finds_no_crash_either()
    {
        var inputs = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ_INPUTS") ?? "100");
        var seed = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ_SEED") ?? "2");
        var only = Environment.GetEnvironmentVariable("HILBENCH_FUZZ_TARGET");
        foreach (var target in FuzzRun.Targets.Select(make => make()).Where(t => only is null || t.Name == only))
        {
            var report = FuzzRun.Feed(
                target, inputs, seed, number => Console.Error.WriteLine($"{target.Name}: {number}"));
            Console.Error.WriteLine(report);
            Assert.True(report.Crash is null, report.ToString());
        }
    }
}

using HilBench.Scenarios.Running;

namespace HilBench.History.Tests;

/// <summary>The history knows on which bench of a lab, and on which meter, each scenario ran.</summary>
public sealed class BenchHistoryTests : IDisposable
{
    private static readonly RunPlace One = new("bench-1", "raspberry-pi") { Model = "clou", Serial = "0417" };

    private static readonly RunPlace Two = new("bench-2", "raspberry-pi")
    {
        Model = "clou", Serial = "0418", Firmware = "1.2.3",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-benches-").FullName;

    private string File => Path.Combine(_folder, "history.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_scenario_is_read_back_with_its_bench_its_meter_and_the_attempts_it_took()
    {
        var third = Two with { Attempt = 3, Lost = ["bench-1 was lost", "bench-3\r\nwas lost"] };
        Write(
            Written.Result("a", Verdict.Passed, where: One), Written.Result("b", Verdict.Failed, "x", third),
            Written.Result("c", Verdict.Passed), Written.Result("d", Verdict.Passed, where: Two));
        var scenarios = Scenarios(1);
        Assert.Equal([One, null, Two], new[] { scenarios[0], scenarios[2], scenarios[3] }.Select(one => one.Where));
        Assert.Equal(Two, scenarios[1].Where! with { Attempt = 1, Lost = [] });
        Assert.Equal(3, scenarios[1].Where!.Attempt);
        Assert.Equal(["bench-1 was lost", "bench-3 was lost"], scenarios[1].Where!.Lost);
    }

    [Fact]
    public void A_machine_without_a_lab_may_know_its_meter_alone()
    {
        var here = new RunPlace("", "virtual") { Serial = "0417" };
        Write(Written.Result("a", Verdict.Passed, where: here));
        Assert.Equal(here, Scenarios(1)[0].Where);
    }

    [Fact]
    public void Verdicts_of_two_benches_or_of_two_meters_are_no_flip_and_those_of_one_bench_are()
    {
        Write(Written.Result("a", Verdict.Passed, where: One));
        Write(Written.Result("a", Verdict.Failed, "x", Two));
        Write(Written.Result("a", Verdict.Failed, "x", One with { Serial = "0999" }));
        Write(Written.Result("a", Verdict.Failed, "x", One with { Firmware = "2" }));
        Write(Written.Result("a", Verdict.Failed, "x"));
        using var history = HistoryFile.Open(File);
        Assert.Empty(new Past(history).Flips(1000));
        Write(Written.Result("a", Verdict.Passed, where: Two with { Attempt = 2, Lost = ["bench-1 was lost"] }));
        var flip = Assert.Single(new Past(history).Flips(1000));
        Assert.Equal(new Flip("S: a", "virtual", 1, true, 2, 1, 6) { Where = Two }, flip);
    }

    /// <summary>In a lab the next free bench takes it: that it is on another one tells nothing of its age.</summary>
    [Fact]
    public void A_scenario_is_as_old_as_its_failure_whichever_bench_it_was_on()
    {
        Write(Written.Result("a", Verdict.Passed, where: Two));
        Write(Written.Result("a", Verdict.Failed, "x", One));
        Write(Written.Result("a", Verdict.Failed, "x", Two));
        Assert.Equal(("S: a", 2L), (Scenarios(3)[0].Name, Scenarios(3)[0].RedSince!.Value));
    }

    [Fact]
    public void A_bench_is_forgotten_with_its_last_run()
    {
        Written.Run(
            File, Written.Head with { Began = Written.Began.AddDays(-40) },
            Written.Result("a", Verdict.Passed, where: One), Written.Result("b", Verdict.Passed, where: Two));
        Write(Written.Result("a", Verdict.Passed, where: Two));
        using (var history = HistoryFile.Open(File)) new Past(history).Forget(Written.Began.AddDays(-30));
        Assert.Equal(Two, Scenarios(2)[0].Where);
        using var file = SqliteFile.Open(File, new SqliteKind("history", ["", "", ""]), create: false);
        Assert.Equal(1, file.Number("SELECT count(*) FROM bench"));
    }

    private void Write(params IReadOnlyList<ScenarioResult> results) => Written.Run(File, Written.Head, results);

    private IReadOnlyList<PastScenario> Scenarios(long run)
    {
        using var history = HistoryFile.Open(File);
        var past = new Past(history);
        return past.Scenarios(past.Run(run)!);
    }
}

using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary><c>run --watch</c>.</summary>
public sealed class WatchTests : TempFolder
{
    private const string Good = """
        Feature: Watched
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
        """;

    /// <summary>What is saved within a moment runs together, and this is later than that.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private static readonly string Wrong = Good.Replace("accepts", "refuses", StringComparison.Ordinal);

    [Fact]
    public void A_feature_that_is_saved_runs_again_alone_and_Ctrl_C_ends_with_the_last_exit_code()
    {
        Write("a.feature", Good);
        Write("b.feature", Wrong);
        using var watch = HilbenchProcess.Start(Folder, "run", ".", "--watch");
        watch.ReadUntil("2 scenarios on rig virtual, seed 1: 1 passed, 1 failed");
        Write("b.feature", Good);
        watch.ReadUntil("1 scenario on rig virtual, seed 1: 1 passed");
        Write("b.feature", Good + "\n    And so on");
        Thread.Sleep(Later);
        Write("a.feature", Wrong);
        watch.ReadUntil("1 scenario on rig virtual, seed 1: 1 failed");
        watch.Signal(HilbenchProcess.Sigint);
        var said = watch.Finish();
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("b.feature:6", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_runs_again_when_a_rig_is_saved_and_a_rig_that_is_wrong_is_told_and_waited_for()
    {
        Write("a.feature", Good);
        Write("b.feature", Good);
        Write("mine.json", """{ "seed": 3 }""");
        using var watch = HilbenchProcess.Start(Folder, "run", ".", "--rig", "mine.json", "--watch");
        watch.ReadUntil("2 scenarios on rig mine, seed 3: 2 passed");
        Write("mine.json", """{ "sed": 4 }""");
        Thread.Sleep(Later);
        Write("mine.json", """{ "seed": 4 }""");
        watch.ReadUntil("2 scenarios on rig mine, seed 4: 2 passed");
        watch.Signal(HilbenchProcess.Sigterm);
        var said = watch.Finish();
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("mine.json:1: unknown setting \"sed\"; did you mean", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_saved_and_was_asked_for_runs_and_a_report_concerns_nobody()
    {
        Write("below/a.feature", Good);
        Write("b.feature", Good);
        Write("c.feature", Good);
        var watched = new WatchedPaths([PathOf("below"), PathOf("b.feature") + ":2"], "virtual", PathOf("below/out"));
        IReadOnlyList<string> Concerned(params string[] saved) => watched.Concerned([.. saved.Select(PathOf)]);
        Assert.Equal([PathOf("below/a.feature")], Concerned("below/a.feature", "c.feature"));
        Assert.Equal([PathOf("b.feature") + ":2"], Concerned("b.feature"));
        Assert.Empty(Concerned("c.feature", "below/gone.feature", "below/out/scenarios/a-2/data.json"));
        Assert.Equal([PathOf("below"), PathOf("b.feature") + ":2"], Concerned("below/rig.json"));
        Assert.Equal([PathOf("below"), PathOf("b.feature") + ":2"], Concerned());
    }
}

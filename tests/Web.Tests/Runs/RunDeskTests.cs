using HilBench.Scenarios.Running;
using HilBench.Web.Runs;

namespace HilBench.Web.Tests.Runs;

/// <summary>Runs of the panel: one at a time, seen by all, with reports and the usual history.</summary>
public sealed class RunDeskTests : IDisposable
{
    private const string Long = """
        Feature: Long
          Scenario: Years pass
            When the load draws 2000 W from now on
            And 36500 days pass
            And 36500 days pass
        """;

    private readonly RunFolder _folder = new RunFolder().With("credit.feature", RunFolder.Credit);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_of_all_gives_each_scenario_its_verdict_and_the_red_one_its_files()
    {
        using var desk = _folder.Desk();
        await desk.Read();
        var view = RunFolder.Run(desk, RunOrder.All);
        Assert.Equal(RunPhase.Ended, view.Phase);
        Assert.Equal((2, 2, 1, 7ul, 1L), (view.Total, view.Done, view.Red, view.Seed, view.InHistory));
        var (green, red) = (Row(desk, 0), Row(desk, 1));
        Assert.Equal((Verdict.Passed, Verdict.Failed), (green.Verdict, red.Verdict));
        Assert.Equal("the meter refuses it as used: instead it accepted it", red.Message);
        Assert.Contains("glass.svg", red.Files);
        Assert.Contains("recording.hbr", red.Files);
        Assert.NotNull(_folder.Reports.FileOf(view.Id, $"scenarios/{red.Folder}/recording.hbr"));
        Assert.NotNull(_folder.Reports.FileOf(view.Id, "report.html"));
        Assert.Empty(green.Files);
        Assert.Empty(view.Glasses);
    }

    [Fact]
    public async Task The_failed_ones_run_alone_and_after_a_new_start_the_history_knows_them()
    {
        using (var first = _folder.Desk())
        {
            await first.Read();
            Assert.Null(first.Failed());
            RunFolder.Run(first, RunOrder.All);
            Assert.Equal(["credit.feature:9"], first.Failed()!.What);
        }

        using var desk = _folder.Desk();
        await desk.Read();
        var view = RunFolder.Run(desk, desk.Failed()!);
        Assert.Equal((1, 1), (view.Total, view.Red));
    }

    [Theory]
    [InlineData("@credit and not @red", 1)]
    [InlineData("@red", 1)]
    [InlineData(null, 2)]
    public void Tags_choose_what_runs(string? tags, int count)
    {
        using var desk = _folder.Desk();
        Assert.Equal(count, RunFolder.Run(desk, RunOrder.All with { Tags = tags }).Total);
    }

    [Theory]
    [InlineData("../features/credit.feature")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/passwd:1")]
    [InlineData("gone.feature")]
    [InlineData("credit.feature:")]
    [InlineData("credit.feature:x")]
    public void Nothing_outside_the_folder_of_features_runs(string what)
    {
        using var desk = _folder.Desk();
        Assert.Equal("there is no such feature in the folder of features", desk.Start(new RunOrder([what])));
        Assert.Equal(RunPhase.None, desk.View.Phase);
        Assert.False(Directory.Exists(_folder.Settings.Reports));
    }

    [Fact]
    public void Mistakes_in_a_feature_are_told_with_their_lines_and_nothing_runs()
    {
        _folder.With("odd.feature", "Feature: Odd\n  Scenario: One\n    When the customer eats the token\n");
        using var desk = _folder.Desk();
        var view = RunFolder.Run(desk, RunOrder.All);
        Assert.Equal((RunPhase.Refused, 0), (view.Phase, view.Done));
        Assert.Contains("odd.feature:3: no sentence", Assert.Single(view.Why), StringComparison.Ordinal);
        Assert.Contains("Undefined", File.ReadAllText(_folder.Reports.FileOf(view.Id, "junit.xml")!));
    }

    [Fact]
    public void A_rig_that_is_not_there_is_told_before_anything_runs()
    {
        File.WriteAllText(_folder.PathOf("port.json"), """
            {"meter": {"kind": "token-port", "port": "/dev/nobody", "number": "00000000000", "supplyGroup": "123456"},
             "clock": "wall"}
            """);
        using var folder = new RunFolder(_folder.PathOf("port.json")).With("credit.feature", RunFolder.Credit);
        using var desk = folder.Desk();
        var view = RunFolder.Run(desk, RunOrder.All);
        Assert.Equal(RunPhase.Refused, view.Phase);
        Assert.Contains("/dev/nobody: there is no such port", Assert.Single(view.Why), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_run_goes_on_at_a_time_its_display_is_seen_and_it_ends_when_it_is_asked_to()
    {
        _folder.With("credit.feature", Long);
        using var desk = _folder.Desk();
        var seen = new TaskCompletionSource<LiveGlass>();
        desk.Changed += () =>
        {
            if (desk.View.Glasses is [var glass, ..]) seen.TrySetResult(glass);
        };
        Assert.Null(desk.Start(RunOrder.All));
        Assert.Equal("a run is going on already", desk.Start(RunOrder.All));
        var live = await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(("Years pass", 16), (live.Title, live.Columns));
        desk.Stop();
        var view = RunFolder.End(desk);
        Assert.Equal(RunPhase.Ended, view.Phase);
        Assert.Equal(Verdict.Aborted, Assert.Single(view.Rows.Values).Verdict);
        Assert.True(view.HasReport);
    }

    [Fact]
    public void A_panel_that_closes_in_the_middle_of_a_run_leaves_a_whole_report_and_an_end_in_the_history()
    {
        _folder.With("credit.feature", Long);
        var desk = _folder.Desk();
        Assert.Null(desk.Start(RunOrder.All));
        Assert.True(SpinWait.SpinUntil(() => desk.View.Phase == RunPhase.Running, TimeSpan.FromSeconds(30)));
        desk.Dispose();
        Assert.Contains("Aborted", File.ReadAllText(_folder.Reports.FileOf(desk.View.Id, "junit.xml")!));
        Assert.NotNull(_folder.Reports.FileOf(desk.View.Id, "report.html"));
        var past = new HistoryDesk(_folder.Settings, _folder.Reports).Run(1)!;
        Assert.NotNull(past.Run.Ended);
        Assert.Equal("the panel is closing", desk.Start(RunOrder.All));
    }

    [Fact]
    public void The_rig_is_taken_for_the_run_and_given_back_whatever_becomes_of_it()
    {
        var holder = new Holder();
        using var desk = _folder.Desk(holder);
        RunFolder.Run(desk, RunOrder.All);
        Assert.Equal((1, 1), (holder.Taken, holder.GivenBack));
        _folder.With("odd.feature", "Feature: Odd\n  Scenario: One\n    When the customer eats the token\n");
        RunFolder.Run(desk, RunOrder.All);
        Assert.Equal((2, 2), (holder.Taken, holder.GivenBack));
    }

    [Fact]
    public void A_rig_that_is_driven_by_hand_is_not_taken_away()
    {
        using var desk = _folder.Desk(new Holder { WhyNot = "somebody drives it" });
        var view = RunFolder.Run(desk, RunOrder.All);
        Assert.Equal((RunPhase.Refused, "somebody drives it"), (view.Phase, Assert.Single(view.Why)));
    }

    [Fact]
    public void What_the_rig_lacks_is_left_out_and_says_so()
    {
        using var folder = new RunFolder("token-port").With("credit.feature", RunFolder.Credit.Replace(
            "Then the meter accepts it", "Then the display shows \"Accept\"", StringComparison.Ordinal));
        using var desk = folder.Desk();
        var view = RunFolder.Run(desk, RunOrder.All);
        Assert.Equal(1, view.Total);
        Assert.Contains("does not have", view.Rows.Values.Single(row => row.IsLeftOut).Message);
        Assert.Contains("1 of 2 scenarios are left out", Assert.Single(view.Told), StringComparison.Ordinal);
    }

    private static RunRow Row(RunDesk desk, int at) => desk.View.Rows[desk.Tree!.Files[0].Scenarios[at].Name];

    private sealed class Holder : IRigHolder
    {
        public string? WhyNot { get; init; }

        public int Taken { get; private set; }

        public int GivenBack { get; private set; }

        public RigLease TakeForRun(string why)
        {
            Taken++;
            return new RigLease(WhyNot is null ? new Lease(this) : null, WhyNot);
        }

        private sealed class Lease(Holder holder) : IDisposable
        {
            public void Dispose() => holder.GivenBack++;
        }
    }
}

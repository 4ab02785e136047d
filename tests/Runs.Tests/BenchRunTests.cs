using System.Xml.Linq;
using HilBench.History;
using HilBench.Input;
using HilBench.Recording;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Runs.Tests;

/// <summary>The life of a run without a terminal: who looks on, what it leaves, what it refuses.</summary>
public sealed class BenchRunTests : IDisposable
{
    private const string Credit = """
        Feature: Credit
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it

          @red
          Scenario: It is used already
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it as used
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-runs-").FullName;
    private readonly Audience _audience = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_audience_hears_of_every_scenario_between_the_beginning_and_the_end()
    {
        var outcome = Run(Request(Credit));
        Assert.Equal(
            [
                "begins: 2 with 7", "started: A token counts", "finished: A token counts Passed",
                "started: It is used already", "finished: It is used already Failed", "all ran", "ended: 2",
            ],
            _audience.Heard);
        Assert.Equal((ExitCodes.Failed, true, null), (outcome.ExitCode, outcome.IsReported, outcome.InHistory));
        Assert.Equal([Verdict.Passed, Verdict.Failed], outcome.Results.Select(result => result.Verdict));
    }

    [Fact]
    public void A_run_leaves_its_report_and_is_remembered_and_the_next_one_says_what_changed()
    {
        var request = Request(Credit) with
        {
            Report = PathOf("report"), Record = RecordingScope.Red, History = PathOf("history.db"), Command = "again",
        };
        Assert.Equal((1L, null), (Run(request).InHistory, Run(request with { Report = null }).Changes));
        Write(Credit.Replace("as used", "as old", StringComparison.Ordinal));
        var third = Run(request);
        Assert.Contains("since run 2", third.Changes!.Lines[0], StringComparison.Ordinal);
        Assert.Contains("1 red in another way", third.Changes.Lines[0], StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf("report/report.html")));
        Assert.Single(Directory.GetFiles(PathOf("report"), "recording.hbr", SearchOption.AllDirectories));
        using var file = HistoryFile.Open(PathOf("history.db"), create: false);
        var run = new Past(file).Run(3)!;
        Assert.Equal(
            ("again", 2, PathOf("report"), RunState.Ended),
            (run.Head.Command, run.Head.Scenarios, run.Head.Report, run.State));
    }

    [Fact]
    public void Features_that_cannot_run_leave_a_report_that_says_so_and_nobody_hears_of_a_beginning()
    {
        var request = Request(Credit.Replace("keys in", "eats", StringComparison.Ordinal)) with
        {
            Report = PathOf("report"),
        };
        var wrong = Assert.Throws<FeatureMistakesException>(() => Run(request));
        Assert.Equal(2, wrong.Mistakes.Count);
        Assert.StartsWith($"{PathOf("a.feature")}:4: ", wrong.Mistakes[0], StringComparison.Ordinal);
        Assert.Equal("Undefined", Error().Attribute("type")!.Value);
        Assert.Empty(_audience.Heard);
    }

    [Fact]
    public void A_rig_that_does_not_exist_is_refused_with_a_report()
    {
        var request = Request(Credit) with { Rig = "virtul", Report = PathOf("report") };
        Assert.Throws<SettingsException>(() => Run(request));
        Assert.Contains("virtul", Error().Attribute("message")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_before_it_began_says_so_in_its_report()
    {
        var request = Request(Credit) with { Report = PathOf("report") };
        Assert.ThrowsAny<OperationCanceledException>(
            () => new BenchRun(request, _audience).Run(new CancellationToken(canceled: true)));
        Assert.Equal("Aborted", Error().Attribute("type")!.Value);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_told_and_counts_as_a_fault_of_the_bench()
    {
        var request = Request(Credit) with { Tags = "not @red", Report = PathOf("report") };
        var spoiler = new Spoiler(() => File.WriteAllText(PathOf("report"), "of somebody else"));
        var outcome = new BenchRun(request, _audience) { Onlooker = spoiler }.Run(CancellationToken.None);
        Assert.Equal((false, ExitCodes.RigFault), (outcome.IsReported, outcome.ExitCode));
        Assert.Contains(_audience.Heard, line => line.StartsWith("line: ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_rig_lacks_is_left_out_and_told_where_only_what_fits_was_asked_for()
    {
        var glass = Credit.Replace("the meter accepts it", "the display shows \"Accept\"", StringComparison.Ordinal);
        var outcome = Run(Request(glass) with { Rig = "token-port", Fitting = true });
        Assert.Equal("A token counts", Assert.Single(outcome.LeftOut).Case.Title);
        Assert.StartsWith("line: 1 of 2 scenarios are left out", _audience.Heard[0], StringComparison.Ordinal);
    }

    private RunOutcome Run(RunRequest request) => new BenchRun(request, _audience).Run(CancellationToken.None);

    private RunRequest Request(string feature) => new()
    {
        Paths = [Write(feature)], Rig = "none", Seed = 7, Jobs = 1,
    };

    private string Write(string feature)
    {
        File.WriteAllText(PathOf("a.feature"), feature);
        return PathOf("a.feature");
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private XElement Error() => Assert.Single(XDocument.Load(PathOf("report/junit.xml")).Descendants("error"));

    /// <summary>Does something once a scenario runs.</summary>
    private sealed class Spoiler(Action spoil) : IRunOnlooker
    {
        public void Built(ScenarioCase scenario, IMeterRig rig) => spoil();

        public void Saw(ScenarioCase scenario, RecordedEvent one)
        {
        }
    }
}

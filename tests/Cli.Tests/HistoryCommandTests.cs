using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary><c>run --history</c> and <c>hilbench history</c>.</summary>
public sealed class HistoryCommandTests : TempFolder
{
    private const string Good = """
        Feature: Past
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
        """;

    private static readonly string Wrong = Good.Replace("accepts", "refuses", StringComparison.Ordinal);

    private string[] Ran(string feature)
    {
        Write("a.feature", feature);
        return [.. Run("run", "a.feature", "--history", "h.db").OutLines];
    }

    [Fact]
    public void What_became_red_is_told_with_its_reason_and_its_age()
    {
        Ran(Good);
        Ran(Wrong);
        Ran(Wrong);
        var list = Run("history", "--history", "h.db").OutLines;
        Assert.Equal(4, list.Count);
        Assert.Matches(@"^run +began \(UTC\) +rig +seed +state +verdicts$", list[0]);
        Assert.Matches(@"^3 +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +virtual +1 +red +1 failed$", list[1]);
        Assert.Matches("^1 .* green +1 passed$", list[3]);
        Assert.Equal(list.Take(2), Run("history", "list", "--last", "1", "--history", "h.db").OutLines);
        var shown = Run("history", "show", "last", "--history", "h.db").OutLines;
        Assert.Equal("run 3, red: 1 failed on rig virtual, seed 1", shown[0]);
        Assert.Equal(
            [
                "FAILED: Past (a): A token counts",
                "  a.feature:2: the meter refuses it: instead it accepted it",
                "  red since run 2",
            ],
            shown.Skip(3));
        Assert.Equal(
            [
                "from run 1 (1 passed) to run 2 (1 failed):",
                "newly red   Past (a): A token counts: failed: the meter refuses it: instead it accepted it",
            ],
            Run("history", "diff", "1", "2", "--history", "h.db").OutLines);
        Assert.Equal(
            ["from run 2 (1 failed) to run 3 (1 failed):", "nothing changed"],
            Run("history", "diff", "2", "last", "--history", "h.db").OutLines);
        using var json = JsonDocument.Parse(Run("history", "diff", "2", "1", "--json", "--history", "h.db").Out);
        Assert.Equal("mended", json.RootElement.GetProperty("changes")[0].GetProperty("change").GetString());
    }

    [Fact]
    public void A_run_names_its_report_and_the_recordings_in_it_while_they_are_there()
    {
        Write("a.feature", Wrong);
        Run("run", "a.feature", "--history", "h.db", "--report", "first");
        Run("run", "a.feature", "--history", "h.db", "--report", "out");
        var recording = PathOf("out/scenarios/a-2/recording.hbr");
        Assert.True(File.Exists(recording));
        var shown = Run("history", "show", "2", "--history", "h.db").OutLines;
        Assert.Contains($"report {PathOf("out")}", shown);
        Assert.Contains($"  recording {recording}", shown);
        using (var json = JsonDocument.Parse(Run("history", "show", "2", "--json", "--history", "h.db").Out))
        {
            Assert.Equal(PathOf("out"), json.RootElement.GetProperty("report").GetString());
            Assert.Equal(recording, json.RootElement.GetProperty("recordings")[0].GetProperty("recording").GetString());
        }

        File.Delete(recording);
        Assert.DoesNotContain("recording", Run("history", "show", "2", "--history", "h.db").Out);
        Run("run", "a.feature", "--history", "h.db", "--report", "out");
        shown = Run("history", "show", "2", "--history", "h.db").OutLines;
        Assert.Contains($"its report is not in {PathOf("out")} any more", shown);
        Directory.Delete(PathOf("first"), recursive: true);
        shown = Run("history", "show", "1", "--history", "h.db").OutLines;
        Assert.Contains($"its report is not in {PathOf("first")} any more", shown);
    }

    [Fact]
    public void A_report_that_a_run_without_a_history_has_replaced_is_not_named()
    {
        Write("a.feature", Wrong);
        Run("run", "a.feature", "--history", "h.db", "--report", "out");
        Assert.Contains("recording.hbr", Run("history", "show", "last", "--history", "h.db").Out);
        Run("run", "a.feature", "--history", "none", "--report", "out");
        Assert.DoesNotContain("recording.hbr", Run("history", "show", "last", "--history", "h.db").Out);
    }

    [Fact]
    public void A_run_that_was_killed_is_aborted_keeps_its_verdicts_and_does_not_hinder_the_next()
    {
        Write("long.feature", Good + """

              Scenario: Another
                Given the meter holds 1.0 kWh
              Scenario: Long
                When the load draws 2000 W from now on
                And 36500 days pass

            """);
        using (var run = HilbenchProcess.Start(Folder, "run", "long.feature", "--history", "h.db", "--jobs", "1"))
        {
            var giveUp = DateTime.UtcNow + HilbenchProcess.Patience;
            while (!Run("history", "--history", "h.db").Out.Contains("2 passed", StringComparison.Ordinal))
                Assert.True(DateTime.UtcNow < giveUp, "no verdict came");
            Assert.Contains("still running", Run("history", "--history", "h.db").Out, StringComparison.Ordinal);
            run.Signal(HilbenchProcess.Sigkill);
            run.AwaitEnd();
        }

        Ran(Good);
        var list = Run("history", "--history", "h.db").OutLines;
        Assert.Matches("^2 .* green +1 passed$", list[1]);
        Assert.Matches("^1 .* aborted, it has no end +2 passed$", list[2]);
    }

    [Fact]
    public void A_history_that_cannot_be_written_is_one_line_and_the_verdicts_stand()
    {
        Write("a.feature", Good);
        Write("h.db", new string('x', 5000));
        var said = Run("run", "a.feature", "--history", "h.db");
        Assert.Equal((0, "1 scenario on rig virtual, seed 1: 1 passed"), (said.ExitCode, said.OutLines[^1]));
        Assert.Equal(
            $"{PathOf("h.db")}: it is no history, or it is damaged; the history lacks this run, or the rest of it",
            Assert.Single(said.ErrorLines));
    }

    [Theory]
    [InlineData("show 7", "hilbench history: there is no run 7; the latest is 1")]
    [InlineData("show first", "hilbench history: \"first\" is no run; allowed: the number of a run, or last")]
    [InlineData("diff 1 2", "hilbench history: there is no run 2; the latest is 1")]
    public void A_run_that_is_not_there_is_told(string words, string complaint)
    {
        Ran(Good);
        Complaint.Is(complaint, Run(["history", .. words.Split(' '), "--history", "h.db"]));
    }

    [Fact]
    public void On_a_CI_server_nothing_is_remembered_unless_it_is_asked_for()
    {
        Write("a.feature", Good);
        Assert.Equal(
            "2\n", HilbenchProcess.Shell(
                Folder,
                $"export XDG_STATE_HOME='{Folder}/state'; CI=true {HilbenchProcess.InShell} run a.feature >/dev/null; "
                + $"test ! -e state && CI= {HilbenchProcess.InShell} run a.feature >/dev/null; "
                + $"{HilbenchProcess.InShell} history | wc -l").Out);
    }
}

using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary><c>run --record</c> and <c>hilbench replay</c>.</summary>
public sealed class ReplayCommandTests : TempFolder
{
    private const string Good = """
        Feature: Replay
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter accepts it
          Scenario: Keys that bounce
            Given the keys bounce for 8 milliseconds
            When the customer presses "1"
            Then the display shows "1"
        """;

    private static readonly string Wrong = Good.Replace("accepts", "refuses", StringComparison.Ordinal);

    private const string Recording = "report/scenarios/a-2/recording.hbr";

    private void Record(string feature, params string[] options)
    {
        Write("a.feature", feature);
        Run(["run", "a.feature", "--report", "report", .. options]);
    }

    [Fact]
    public void A_red_scenario_leaves_a_recording_in_its_report_and_a_green_one_does_not()
    {
        Record(Wrong);
        Assert.True(File.Exists(PathOf(Recording)));
        Assert.False(File.Exists(PathOf("report/scenarios/a-6/recording.hbr")));
        Record(Wrong, "--record", "none");
        Assert.False(File.Exists(PathOf(Recording)));
        Record(Good, "--record", "all");
        Assert.True(File.Exists(PathOf(Recording)));
        Assert.True(File.Exists(PathOf("report/scenarios/a-6/recording.hbr")));
        Assert.Contains(
            "[[ATTACHMENT|scenarios/a-2/recording.hbr]]", File.ReadAllText(PathOf("report/junit.xml")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Recordings_need_a_report_and_a_word_that_is_known()
    {
        Write("a.feature", Good);
        var alone = Run("run", "a.feature", "--record", "all");
        Assert.Equal(2, alone.ExitCode);
        Assert.Contains("--record needs --report DIR: recordings are files of a report", alone.Error);
        var unknown = Run("run", "a.feature", "--report", "r", "--record", "green");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("--record is \"green\"; allowed: red, all, none", unknown.Error);
        Assert.Equal(0, Run("run", "a.feature", "--record", "none").ExitCode);
    }

    [Fact]
    public void A_recording_is_replayed_on_its_own_rig_and_on_another()
    {
        Record(Wrong);
        var own = Run("replay", Recording);
        Assert.Equal(0, own.ExitCode);
        Assert.Matches(@"^1 recording on rig virtual: 1 the same; \d+ answers compared\n$", own.Out);
        var none = Run("replay", Recording, "--rig", "none");
        Assert.Equal(0, none.ExitCode);
        Assert.Matches(@"^1 recording on rig none: 1 the same; \d+ answers compared\n$", none.Out);
    }

    [Fact]
    public void A_folder_is_a_suite_and_what_the_rig_cannot_do_is_not_repeatable_or_left_out()
    {
        Record(Good, "--record", "all");
        Assert.StartsWith("2 recordings on rig virtual: 2 the same; ", Run("replay", "report").Out);
        var none = Run("replay", "report", "--rig", "none");
        Assert.Equal(4, none.ExitCode);
        Assert.Contains(
            "NOT REPEATABLE: Keys that bounce\n  report/scenarios/a-6/recording.hbr, of a.feature:6\n"
            + "  rig none does not have contacts\n", none.Out, StringComparison.Ordinal);
        var fitting = Run("replay", "report", "--rig", "none", "--fitting");
        Assert.Equal(0, fitting.ExitCode);
        Assert.StartsWith("2 recordings on rig none: 1 the same, 1 left out; ", fitting.Out);
    }

    [Fact]
    public void An_answer_that_is_another_one_is_told_with_its_step_and_what_came_before()
    {
        Record(Good, "--record", "all");
        var tables = new int[16];
        for (var i = 0; i < tables.Length; i++) tables[i] = i;
        Write("tables.json", JsonSerializer.Serialize(new
        {
            sub1 = tables, sub2 = tables, perm = Enumerable.Range(0, 64).ToArray(),
        }));
        // The same bench with a meter that does not understand the tokens.
        Write("strange.json", """{"clock":"virtual","keypad":{"kind":"virtual"},"staTables":"tables.json"}""");
        var strange = Run("replay", Recording, "--rig", "strange.json");
        Assert.Equal(1, strange.ExitCode);
        Assert.Contains("ANOTHER ANSWER: A token counts\n", strange.Out, StringComparison.Ordinal);
        Assert.Matches(@"  at 4\.\d\d\d s, When the customer keys in the token\n", strange.Out);
        Assert.Contains("    recorded: the meter answers Accept\n", strange.Out, StringComparison.Ordinal);
        Assert.Contains("  before it:\n", strange.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run("replay", Recording, "--rig", "strange.json", "--json").Out);
        Assert.Equal("diverged", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("When the customer keys in the token", json.RootElement.GetProperty("step").GetString());
    }

    [Fact]
    public void What_is_no_recording_is_told_in_one_line_and_the_others_are_replayed()
    {
        Record(Wrong);
        Write("suite/bad.hbr", "Feature: no recording");
        File.Copy(PathOf(Recording), PathOf("suite/whole.hbr"));
        var suite = Run("replay", "suite");
        Assert.Equal(2, suite.ExitCode);
        Assert.Equal(
            ["suite/bad.hbr: is no recording; allowed: a file .hbr that hilbench has written"], suite.ErrorLines);
        Assert.StartsWith("2 recordings on rig virtual: 1 the same, 1 unreadable; ", suite.Out);
        Directory.CreateDirectory(PathOf("empty"));
        Assert.Equal(["empty: no recording (*.hbr) is below it"], Run("replay", "empty").ErrorLines);
        Assert.Equal(2, Run("replay", "nothing.hbr").ExitCode);
        Assert.Equal(2, Run("replay", "suite", "--rig", "nothing").ExitCode);
    }

    [Fact]
    public void A_recording_that_was_cut_is_replayed_as_far_as_it_goes()
    {
        Record(Good, "--record", "all");
        var whole = File.ReadAllBytes(PathOf(Recording));
        File.WriteAllBytes(PathOf("cut.hbr"), whole[..^10]);
        var cut = Run("replay", "cut.hbr");
        Assert.Equal(0, cut.ExitCode);
        Assert.Equal("1 of the recordings were cut, and compared as far as they go", cut.OutLines[^1]);
        // What is left of this one is its head: no answer was compared, and nothing is proved.
        File.WriteAllBytes(PathOf("cut.hbr"), whole[..(24 + BitConverter.ToInt32(whole, 20) + 100)]);
        var empty = Run("replay", "cut.hbr");
        Assert.Equal(4, empty.ExitCode);
        Assert.Contains(
            "  the file was cut, and what is left holds nothing that could be done again\n", empty.Out,
            StringComparison.Ordinal);
    }
}

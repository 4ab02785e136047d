using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>Which scenarios a run takes, and how often.</summary>
public sealed class SelectionTests : TempFolder
{
    private const string Mixed = """
        Feature: Mixed
          Scenario: First green
            Given the meter holds 1.0 kWh
            Then the meter holds 1.0 kWh

          Scenario: Then red
            Given the meter holds 1.0 kWh
            Then the meter holds 2.0 kWh

          Scenario: Last green
            Given the meter holds 1.0 kWh
            Then the meter holds 1.0 kWh
        """;

    [Fact]
    public void A_list_names_every_scenario_and_runs_none()
    {
        Write("mixed.feature", Mixed);
        var said = Run("run", "mixed.feature", "--list");
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(
            [
                "mixed.feature:2: Mixed: First green", "mixed.feature:6: Mixed: Then red",
                "mixed.feature:10: Mixed: Last green",
            ],
            said.OutLines);
        Assert.Equal(2, Run("run", "mixed.feature", "--list", "--report", "report").ExitCode);
        Assert.False(Directory.Exists(PathOf("report")));
    }

    [Fact]
    public void A_part_of_a_name_chooses_scenarios_in_any_case_of_letters()
    {
        Write("mixed.feature", Mixed);
        Assert.Equal(2, Run("run", "mixed.feature", "--list", "--name", "GREEN").OutLines.Count);
        Assert.Equal(2, Run("run", "mixed.feature", "--list", "--name", "last", "--name", "red").OutLines.Count);
        var none = Run("run", "mixed.feature", "--name", "yellow");
        Assert.Equal(
            (2, "no scenario in mixed.feature is called \"yellow\"\n"), (none.ExitCode, none.Error));
        Assert.Equal(2, Run("run", "mixed.feature", "--name", " ").ExitCode);
    }

    [Fact]
    public void What_did_not_pass_can_be_run_again_from_its_report_and_into_it()
    {
        Write("mixed.feature", Mixed);
        Run("run", "mixed.feature", "--report", "report");
        var again = Run("run", "--failed-from", "report", "--report", "report");
        Assert.Equal("1 scenario on rig virtual, seed 1: 1 failed", again.OutLines[^1]);
        Write("mixed.feature", "# one line more\n" + Mixed.Replace("holds 2.0", "holds 1.0"));
        var mended = Run("run", "--failed-from", "report", "--report", "report");
        Assert.Equal("1 scenario on rig virtual, seed 1: 1 passed", mended.OutLines[^1]);
        var nothing = Run("run", "--failed-from", "report");
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("every scenario of this report passed: there is nothing to run again", nothing.Error);
    }

    [Fact]
    public void A_red_scenario_that_is_gone_is_told()
    {
        Write("mixed.feature", Mixed + "\n\n  Scenario: Another red one\n    Then the meter holds 3.0 kWh\n");
        Run("run", "mixed.feature", "--report", "report");
        Write("mixed.feature", Mixed);
        var said = Run("run", "--failed-from", "report");
        Assert.Contains(
            "1 of the 2 scenarios that did not pass in report are not among these features any more", said.Error);
        Assert.Equal("1 scenario on rig virtual, seed 1: 1 failed", said.OutLines[^1]);
    }

    [Fact]
    public void A_run_that_fails_fast_begins_nothing_after_the_first_red_and_passes_nothing_it_did_not_run()
    {
        Write("mixed.feature", Mixed);
        var said = Run("run", "mixed.feature", "--fail-fast", "--jobs", "1", "--report", "report");
        Assert.Equal(
            (1, "2 scenarios on rig virtual, seed 1: 1 passed, 1 failed; 1 not begun (--fail-fast)"),
            (said.ExitCode, said.OutLines[^1]));
        var junit = File.ReadAllText(PathOf("report/junit.xml"));
        Assert.Contains("tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\"", junit);
        Assert.Contains("not begun: the run ended at the first scenario that did not pass", junit);
        Assert.Equal(2, Run("run", "--failed-from", "report", "--list").OutLines.Count);
    }

    [Fact]
    public void Each_round_of_a_repeated_scenario_has_the_next_seed_and_its_own_name()
    {
        Write("one.feature", "Feature: One\n  Scenario: Red\n    Then the meter holds 2.0 kWh\n");
        var said = Run("run", "one.feature", "--repeat", "3", "--seed", "7", "--report", "report");
        Assert.Equal("3 scenarios on rig virtual, seed 7: 3 failed", said.OutLines[^1]);
        foreach (var seed in new[] { 7, 8, 9 }) Assert.Contains($"one.feature:2 --seed {seed}\n", said.Out);
        Assert.True(File.Exists(PathOf("report/scenarios/one-2/recording.hbr")));
        Assert.True(File.Exists(PathOf("report/scenarios/one-2-round-3/recording.hbr")));
        var junit = File.ReadAllText(PathOf("report/junit.xml"));
        Assert.Contains("name=\"Red (round 2)\"", junit);
        Assert.Equal(
            Run("run", "one.feature", "--seed", "9").Out.Split("seed 9")[0].Trim(),
            Run("run", "one.feature", "--repeat", "3", "--seed", "7", "--jobs", "1").Out.Split("seed 9")[0]
                .Split("\n\n\n")[^1].Trim());
    }

    [Fact]
    public void A_round_that_was_red_is_run_again_with_its_own_seed()
    {
        Write("one.feature", "Feature: One\n  Scenario: Red\n    Then the meter holds 2.0 kWh\n");
        Run("run", "one.feature", "--repeat", "3", "--report", "report");
        var again = Run("run", "--failed-from", "report");
        Assert.Equal("3 scenarios on rig virtual, seed 1: 3 failed", again.OutLines[^1]);
        Assert.Contains("one.feature:2 --seed 3\n", again.Out);
        Assert.Equal(2, Run("run", "--failed-from", "report", "--repeat", "2").ExitCode);
    }

    [Fact]
    public void A_profile_holds_for_every_scenario_that_names_none()
    {
        Write("profile.feature", """
            Feature: Profile
              Scenario: By the run
                Given the meter holds 1.0 kWh
                When the customer keys in "1844 6744 0738 4377 2416"
                Then the display shows "1.2"
            """);
        Assert.Equal(1, Run("run", "profile.feature").ExitCode);
        var said = Run("run", "profile.feature", "--profile", "landis-gyr");
        Assert.Equal("1 scenario on rig virtual, seed 1: 1 passed", said.OutLines[^1]);
        var red = Run("run", "profile.feature", "--profile", "clou");
        Assert.Contains("profile.feature:2 --seed 1 --profile clou\n", red.Out);
        Assert.Equal(2, Run("run", "profile.feature", "--profile", "nobody").ExitCode);
    }

    [Fact]
    public void A_known_defect_is_reported_by_its_name_and_turns_the_run_red_when_it_is_mended()
    {
        Write("known.feature", """
            Feature: Known
              @known-defect:BUG-17
              Scenario: The meter is wrong
                Given the meter holds 1.0 kWh
                Then the meter holds 2.0 kWh
            """);
        var said = Run("run", "known.feature", "--report", "report");
        Assert.Equal((0, "1 scenario on rig virtual, seed 1: 1 known defect"), (said.ExitCode, said.OutLines[^1]));
        Assert.Contains(
            "known.feature:3: The meter is wrong: known defect BUG-17: the meter holds 1.0 kWh, not 2.0 kWh\n",
            said.Out);
        var junit = File.ReadAllText(PathOf("report/junit.xml"));
        Assert.Contains("value=\"KnownDefect\"", junit);
        Assert.Contains("<skipped message=\"known defect BUG-17: the meter holds 1.0 kWh", junit);
        Assert.DoesNotContain("\"status\":\"FAILED\"", File.ReadAllText(PathOf("report/messages.ndjson")));

        Write("known.feature", File.ReadAllText(PathOf("known.feature")).Replace("2.0", "1.0"));
        var mended = Run("run", "known.feature");
        Assert.Equal(1, mended.ExitCode);
        Assert.Contains("the defect is mended, so take the tag away", mended.Out);
    }

    [Fact]
    public void A_known_defect_excuses_no_bench_and_no_mistake()
    {
        Write("unproved.feature", Samples.Unproved.Replace("  Scenario", "  @known-defect\n  Scenario"));
        Assert.Equal(4, Run("run", "unproved.feature").ExitCode);
        Write("unknown.feature", "Feature: U\n  @known-defect\n  Scenario: S\n    Then the meter sings\n");
        Assert.Equal(2, Run("run", "unknown.feature").ExitCode);
    }

    [Fact]
    public void A_tag_with_a_name_is_found_by_what_stands_before_the_name()
    {
        Write("known.feature", Samples.Green.Replace("  Scenario", "  @known-defect:BUG-17\n  Scenario"));
        Assert.Single(Run("run", "known.feature", "--list", "--tags", "@known-defect").OutLines);
        Assert.Single(Run("run", "known.feature", "--list", "--tags", "@known-defect:BUG-17").OutLines);
        Assert.Equal(2, Run("run", "known.feature", "--list", "--tags", "@known-defect:BUG-18").ExitCode);
    }

    [Fact]
    public void Annotations_name_the_line_that_went_wrong_and_cannot_be_steered_by_a_title()
    {
        Write("red.feature", """
            Feature: Red
              Scenario: 100 %, ::set-env name=A]; and more
                Then the meter holds 2.0 kWh
            """);
        Run("run", "red.feature", "--report", "report");
        Assert.Equal(
            "::error file=red.feature,line=3,title=FAILED%3A 100 %25%2C %3A%3Aset-env name=A]; and more::"
            + "the meter holds 0.0 kWh, not 2.0 kWh\n",
            Run("report", "annotate", "report", "--as", "github").Out);
        Assert.Equal(
            "##vso[task.logissue type=error;sourcepath=red.feature;linenumber=3]FAILED: 100 %AZP25, ::set-env name=A%5D"
            + "%3B and more: the meter holds 0.0 kWh, not 2.0 kWh\n",
            Run("report", "annotate", "report", "--as", "azure").Out);
        var quality = System.Text.Json.JsonDocument.Parse(Run("report", "annotate", "report", "--as", "gitlab").Out);
        var one = quality.RootElement.EnumerateArray().Single();
        Assert.Equal(3, one.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32());
        Assert.Equal("red.feature", one.GetProperty("location").GetProperty("path").GetString());
    }
}

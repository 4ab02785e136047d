using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary><c>hilbench recording</c>, on what a run has left.</summary>
public sealed class RecordingCommandTests : TempFolder
{
    private const string Feature = """
        Feature: Looking
          Scenario: A token counts
            Given a 25.6 kWh credit token
            When the customer keys in the token
            Then the meter refuses it
        """;

    private string Recorded(string rig = "virtual")
    {
        Write("a.feature", Feature);
        Assert.Equal(1, Run("run", "a.feature", "--rig", rig, "--report", "out", "--history", "none").ExitCode);
        return "out/scenarios/a-2/recording.hbr";
    }

    [Fact]
    public void A_red_scenario_is_told_as_a_customer_would()
    {
        var said = Run("recording", "show", Recorded());
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Equal("A token counts (Looking)", said.OutLines[0]);
        Assert.Contains(
            "  verdict  FAILED in step 3: the meter refuses it: instead it accepted it", said.OutLines);
        Assert.Contains("step 3  Then the meter refuses it   <-- failed", said.OutLines);
        Assert.Single(said.OutLines, line => line.Contains(" (21 keys, ") && line.Contains("seen by the scanner"));
        Assert.Contains(said.OutLines, line => line.EndsWith("answers   Accept", StringComparison.Ordinal));
        Assert.InRange(said.OutLines.Count, 15, 40);
    }

    [Fact]
    public void Words_times_and_steps_choose_what_is_told_and_JSON_has_one_object_a_line()
    {
        var file = Recorded();
        var pins = Run("recording", "show", file, "--only", "pins,bus", "--step", "2").OutLines.Skip(7);
        Assert.All(pins, line => Assert.Matches(@"^ +\d+\.\d{7}  (pins|bus ) ", line));
        var json = Run("recording", "show", file, "--json", "--only", "glass", "--from", "1", "--to", "2.5").OutLines;
        var times = json.Skip(1).SkipLast(1)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("at").GetDecimal()).ToArray();
        Assert.NotEmpty(times);
        Assert.All(times, at => Assert.InRange(at, 1m, 2.5m));
    }

    [Theory]
    [InlineData("hilbench recording show: --only does not know \"pin\"; did you mean \"pins\"? allowed: "
        + "keys, glass, mains, load, answers, front, deeds, asked, waits, findings, faults, meter, port, bus, pins, "
        + "all",
        "--only", "keys,pin")]
    [InlineData("hilbench recording show: --step is 4, but out/scenarios/a-2/recording.hbr has 3 steps", "--step", "4")]
    [InlineData("hilbench recording show: --from is after --to, so nothing is left", "--from", "2", "--to", "1")]
    [InlineData("hilbench recording show: --to is \"-1\"; allowed: seconds from the start of the rig, such as 12.5 "
        + "(hilbench recording show --help)", "--to", "-1")]
    public void What_makes_no_sense_is_one_line(string line, params string[] words) =>
        Complaint.Is(line, Run(["recording", "show", Recorded(), .. words]));

    [Theory]
    [InlineData("show")]
    [InlineData("vcd")]
    public void A_file_that_is_no_recording_is_one_line(string command)
    {
        Write("no.hbr", "Feature: no recording\n");
        Complaint.Is(
            "no.hbr: is no recording; allowed: a file .hbr that hilbench has written",
            Run("recording", command, "no.hbr"));
        Complaint.Is("gone.hbr: there is no such file", Run("recording", command, "gone.hbr"));
        Complaint.Is(".: is a folder; it must be a file", Run("recording", command, "."));
        File.WriteAllBytes(PathOf("head.hbr"), File.ReadAllBytes(PathOf(Recorded()))[..40]);
        Complaint.Is(
            "head.hbr: the recording ends before it says what it is of", Run("recording", command, "head.hbr"));
    }

    [Fact]
    public void A_file_that_was_cut_is_told_to_its_last_whole_block()
    {
        var whole = File.ReadAllBytes(PathOf(Recorded()));
        File.WriteAllBytes(PathOf("cut.hbr"), whole[..^3]);
        var shown = Run("recording", "show", "cut.hbr");
        Assert.Equal(0, shown.ExitCode);
        Assert.StartsWith("cut.hbr: is cut or damaged; what is whole ends at", shown.OutLines[^1]);
        Assert.Contains("  verdict  unknown: the recording has no end", shown.OutLines);
        var vcd = Run("recording", "vcd", "cut.hbr");
        Assert.Equal(0, vcd.ExitCode);
        Assert.StartsWith("cut.hbr: is cut or damaged; what is whole ends at", Assert.Single(vcd.ErrorLines));
        Assert.Contains("$enddefinitions $end", vcd.OutLines);
    }

    [Fact]
    public void The_wave_in_the_report_is_the_one_of_the_command()
    {
        var file = Recorded();
        var said = Run("recording", "vcd", file);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Equal(File.ReadAllText(PathOf("out/scenarios/a-2/wave.vcd")), said.Out);
        Assert.Contains("LCD_E", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rig_without_pins_leaves_a_recording_to_look_at_as_well()
    {
        var file = Recorded("none");
        Assert.Contains(Run("recording", "show", file).OutLines, line => line.Contains("taken by the model"));
        Assert.Contains("glass_1", Run("recording", "vcd", file).Out, StringComparison.Ordinal);
    }
}

using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>A red scenario, as its reader sees it.</summary>
public sealed class RunSummaryTests : TempFolder
{
    private const string Again = "; again: ";

    [Fact]
    public void A_red_scenario_shows_the_step_both_glasses_the_keys_and_how_to_repeat_it()
    {
        Write("red ones/it's red.feature", Samples.Red);
        var said = Run("run", "red ones", "--seed", "77");
        Assert.Equal(1, said.ExitCode);
        var lines = said.OutLines;
        Assert.Equal("FAILED: Red: A token is refused as used", lines[1]);
        Assert.Equal("  red ones/it's red.feature:5: Then the meter refuses it as used", lines[2]);
        Assert.Equal("    the meter refuses it as used: instead it accepted it", lines[3]);
        Assert.Equal("      expected               on the glass", lines[4]);
        Assert.Equal("      ┌──────────────────┐   ┌──────────────────┐", lines[5]);
        Assert.Equal("      │ Used             │   │ Accept           │", lines[6]);
        Assert.Equal("    the last keys, of 21:", lines[9]);
        Assert.Matches(@"^      (\d ){20}#$", lines[10]);
        Assert.Matches(@"^      21 of 21 seen by the scanner, each within [\d.]+ ms$", lines[11]);
        Assert.Equal("1 scenario on rig virtual, seed 77: 1 failed", lines[^1]);
        Assert.StartsWith("  seed 77" + Again, lines[^3]);
    }

    [Fact]
    public void The_command_that_repeats_a_failure_repeats_it_to_the_last_byte()
    {
        Write("red ones/it's red.feature", Samples.Green + "\n\n" + Samples.Red.Replace("Feature: Red\n", ""));
        Write("rig.json", "{\"press\": {\"bounceMs\": 12}}");
        var first = Run("run", "red ones", "--seed", "18446744073709551615", "--rig", "rig.json", "--jobs", "2");
        var command = first.OutLines.Single(line => line.Contains(Again)).Split(Again)[1];
        var second = HilbenchProcess.Shell(Folder, command);
        Assert.Equal((1, ""), (second.ExitCode, second.Error));
        Assert.Equal(RedPart(first), RedPart(second));
        Assert.Equal("1 scenario on rig rig, seed 18446744073709551615: 1 failed", second.OutLines[^1]);
    }

    [Fact]
    public void A_key_that_nobody_saw_is_marked_and_explained()
    {
        Write("unproved.feature", Samples.Unproved);
        var said = Run("run", "unproved.feature");
        Assert.Contains("INVALID: Unproved: Nobody saw the key\n", said.Out);
        Assert.Contains("    key '1' was not delivered: the mains is off\n", said.Out);
        Assert.Contains("      (1?)\n", said.Out);
    }

    [Fact]
    public void Nothing_coloured_reaches_a_pipe()
    {
        Write("red.feature", Samples.Red);
        Assert.DoesNotContain('\u001b', Run("run", "red.feature").Out);
    }

    private static string RedPart(Said said) => string.Join('\n', said.OutLines.SkipLast(1));
}

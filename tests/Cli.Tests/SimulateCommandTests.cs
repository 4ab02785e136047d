using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class SimulateCommandTests : TempFolder
{
    [Fact]
    public void Lives_are_counted_and_kept_promises_are_exit_code_0()
    {
        var said = Run("simulate", "--lives", "20", "--seed", "4", "--jobs", "2");
        Assert.Equal(0, said.ExitCode);
        Assert.StartsWith("20 lives, 2000 events, ", said.OutLines[0]);
        Assert.Equal("every promise was kept", said.OutLines[1]);
    }

    [Fact]
    public void Cuts_are_counted_for_each_memory_and_told_as_JSON()
    {
        var said = Run("simulate", "--crash", "linear", "--profile", "generic", "--json");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        using var json = JsonDocument.Parse(said.OutLines[0]);
        var crashes = json.RootElement.GetProperty("crashes").EnumerateArray().ToArray();
        Assert.Equal(["model", "eeprom", "file"], crashes.Select(one => one.GetProperty("memory").GetString()));
        Assert.Equal(
            json.RootElement.GetProperty("cutPoints").GetInt64(),
            crashes.Sum(one => one.GetProperty("places").GetInt64()));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("broken").ValueKind);
    }

    [Fact]
    public void The_life_of_a_seed_in_a_thousand_also_runs_through_pins()
    {
        var said = Run("simulate", "--lives", "1", "--seed", "1000", "--json");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        using var json = JsonDocument.Parse(said.OutLines[0]);
        var pins = json.RootElement.GetProperty("pins");
        Assert.Equal(1, pins.GetProperty("lives").GetInt32());
        Assert.InRange(pins.GetProperty("events").GetInt32(), 80, 100);
    }

    [Theory]
    [InlineData("--crash", "everywhere")]
    [InlineData("--lives", "0")]
    [InlineData("--jobs", "many")]
    [InlineData("--profile", "nobodys")]
    public void Bad_input_is_told_in_one_line_and_nothing_is_lived(string option, string value)
    {
        var said = Run("simulate", option, value);
        Assert.Equal((2, 0), (said.ExitCode, said.OutLines.Count));
        Assert.Contains(value, said.Error.Trim());
        Assert.DoesNotContain('\n', said.Error.Trim());
    }
}

using System.Text.Json;
using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>A rig that says which meter it holds: everything that is left of a run names it.</summary>
public sealed class LabelledRunTests : TempFolder
{
    private const string Rig = """
        {
          "labels": { "model": "clou", "serial": "0417", "firmware": "1.2.3", "site": "cellar" }
        }
        """;

    [Fact]
    public void The_history_names_the_meter_of_each_scenario()
    {
        Write("rig.json", Rig);
        Write("red.feature", Samples.Red);
        Run("run", "red.feature", "--rig", "rig.json", "--history", "h.db");
        var shown = Run("history", "show", "last", "--history", "h.db").OutLines;
        Assert.Equal("1 failed ran on rig rig, clou 1.2.3, serial 0417", shown[2]);
        Assert.Equal("  ran on rig rig, clou 1.2.3, serial 0417", shown[^1]);
        using var json = JsonDocument.Parse(Run("history", "show", "last", "--json", "--history", "h.db").Out);
        var where = json.RootElement.GetProperty("scenarios")[0].GetProperty("where");
        Assert.Equal(
            ("", "rig", "clou", "0417", "1.2.3"),
            (Text("bench"), Text("rig"), Text("model"), Text("serial"), Text("firmware")));

        string Text(string name) => where.GetProperty(name).GetString()!;
    }

    [Fact]
    public void A_red_scenario_and_its_testcase_and_its_recording_name_the_meter()
    {
        Write("rig.json", Rig);
        Write("red.feature", Samples.Red);
        var said = Run("run", "red.feature", "--rig", "rig.json", "--report", "out");
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("    ran on rig rig, clou 1.2.3, serial 0417", said.OutLines);
        var properties = XDocument.Load(PathOf("out/junit.xml")).Descendants("testcase").Single()
            .Descendants("property").Select(one => $"{one.Attribute("name")!.Value} {one.Attribute("value")!.Value}");
        Assert.Equal(["model clou", "serial 0417", "firmware 1.2.3"], properties.Skip(1).Take(3));
        var recording = Directory.GetFiles(PathOf("out"), "recording.hbr", SearchOption.AllDirectories).Single();
        Assert.Contains(
            Run("recording", "show", recording).OutLines,
            line => line.StartsWith("  meter    clou 1.2.3, serial 0417, profile generic", StringComparison.Ordinal));
    }
}

using System.Text.Json;
using System.Xml.Linq;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

/// <summary>A run on several machines, whose reports become one.</summary>
public sealed class ShardTests : TempFolder
{
    /// <summary>Two features of one name, red ones, one that the rig cannot do, and a known defect.</summary>
    private void WriteFeatures()
    {
        foreach (var folder in new[] { "day", "night" })
        {
            var scenarios = Enumerable.Range(1, 6).Select(at => $"""

                  Scenario: {folder} {at}
                    Given the meter holds {at}.0 kWh
                    Then the meter holds {(at == 3 ? 9 : at)}.0 kWh

                """);
            Write($"features/{folder}/credit.feature", $"Feature: Credit by {folder}\n{string.Concat(scenarios)}");
        }

        Write("features/other.feature", """
            Feature: Other
              @known-defect:BUG-17
              Scenario: Wrong, and everybody knows
                Given the meter holds 1.0 kWh
                Then the meter holds 2.0 kWh

              Scenario: Not on this rig
                When the cable is pulled
                Then the meter holds 0.0 kWh
            """);
    }

    private string[] RunShards(int count, params string[] more) =>
        [.. Enumerable.Range(1, count).Select(at =>
        {
            Run(["run", "features", "--fitting", "--shard", $"{at}/{count}", "--report", $"shard-{at}", .. more]);
            return $"shard-{at}";
        })];

    [Fact]
    public void The_merged_report_of_all_shards_is_that_of_the_whole_run()
    {
        WriteFeatures();
        var whole = Run("run", "features", "--fitting", "--report", "whole");
        var merged = Run(["report", "merge", .. RunShards(3).Reverse(), "--report", "merged"]);
        Assert.Equal((1, 1), (whole.ExitCode, merged.ExitCode));
        Assert.Equal(
            "14 scenarios on rig virtual, seed 1: 10 passed, 2 failed, 1 known defect, 1 left out",
            merged.OutLines[^1]);
        Assert.Equal(Cases("whole"), Cases("merged"));
        Assert.Equal(Files("whole"), Files("merged"));
        Assert.Contains("scenarios/day_credit-11/glass.svg", Files("merged"));
        Assert.Equal(Told("whole"), Told("merged"));
        Assert.Equal([.. Verdicts("whole").Order()], [.. Verdicts("merged").Order()]);
    }

    [Fact]
    public void Every_name_in_the_merged_messages_stands_for_one_thing_that_is_there()
    {
        WriteFeatures();
        Run(["report", "merge", .. RunShards(3), "--report", "merged"]);
        var given = new List<string>();
        var used = new List<string>();
        foreach (var line in File.ReadLines(PathOf("merged/messages.ndjson")))
            Collect(JsonDocument.Parse(line).RootElement, given, used);
        Assert.Equal(given.Distinct().Count(), given.Count);
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(given));
    }

    [Fact]
    public void A_shard_that_is_missing_double_or_of_another_run_is_refused()
    {
        WriteFeatures();
        RunShards(3);
        Directory.CreateDirectory(PathOf("empty"));
        Run("run", "features", "--fitting", "--shard", "2/3", "--seed", "7", "--report", "other-seed");
        Run("run", "features", "--fitting", "--shard", "2/3", "--tags", "not @x", "--rig", "none", "--report", "rig");
        Run("run", "features/day", "--shard", "2/3", "--report", "fewer");
        Run("run", "features", "--fitting", "--shard", "2/3", "--profile", "money", "--report", "profile");
        Run("run", "features", "--fitting", "--report", "whole");
        Run("run", "features", "--fitting", "--shard", "2/3", "--weights", "whole", "--report", "weighed");
        Write("features/other.feature", File.ReadAllText(PathOf("features/other.feature")) + "\n# another text\n");
        Run("run", "features", "--fitting", "--shard", "2/3", "--report", "edited");

        Refuses("shard 2 of 3 is missing", "shard-1", "shard-3");
        Refuses("shards 2, 3 of 3 are missing", "shard-1");
        Refuses("shard-1 and shard-1 are both shard 1/3", "shard-1", "shard-1", "shard-2", "shard-3");
        Refuses(
            "other-seed is not of the same run as shard-1: the seed is 7, not 1", "shard-1", "other-seed", "shard-3");
        Refuses("the profile is money, not generic", "shard-1", "profile", "shard-3");
        Refuses("the rig is none, not virtual", "shard-1", "rig", "shard-3");
        Refuses("the number of scenarios in the whole list is 6, not 14", "shard-1", "fewer", "shard-3");
        Refuses("the list of scenarios or text of a feature (digest) is ", "shard-1", "edited", "shard-3");
        Refuses("made with different --weights?", "shard-1", "weighed", "shard-3");
        Refuses("whole: it is the report of a whole run; only those of shards can be merged", "whole");
        Refuses("empty: it has no run.json: it is no report, or its run did not come to its end", "empty");
        Refuses("nowhere: there is no such folder", "nowhere");
        Assert.False(Directory.Exists(PathOf("merged")));
    }

    [Fact]
    public void A_shard_is_not_overwritten_by_what_it_is_merged_into()
    {
        WriteFeatures();
        var shards = RunShards(2);
        var before = File.ReadAllText(PathOf("shard-1/run.json"));
        var said = Run(["report", "merge", .. shards, "--report", "./shard-1/"]);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("shard-1 is to be merged; name another folder", said.Error);
        Assert.Equal(before, File.ReadAllText(PathOf("shard-1/run.json")));
    }

    [Fact]
    public void A_scenario_stays_in_its_shard_when_others_are_added()
    {
        WriteFeatures();
        var before = Listed("2/3");
        Write("features/added.feature", Samples.Green);
        Assert.Equal(before, Listed("2/3").Where(line => !line.StartsWith("features/added")));
        Assert.NotEmpty(before);
        Assert.Equal(14, Enumerable.Range(1, 3).Sum(at => Listed($"{at}/3").Length));
    }

    [Fact]
    public void Weights_deal_the_scenarios_out_by_the_time_they_took()
    {
        Write("features/slow.feature", "Feature: Times\n" + string.Concat(Enumerable.Range(1, 7).Select(at => $"""

              Scenario: {at}
                Given the meter holds {at}.0 kWh
                Then the meter holds {at}.0 kWh

            """)));
        Run("run", "features", "--report", "before");
        var path = PathOf("before/run.json");
        var run = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!;
        for (var at = 0; at < 7; at++) run["scenarios"]![at]!["seconds"] = at == 0 ? 60 : 10;
        File.WriteAllText(path, run.ToJsonString());
        File.Move(path, PathOf("weights.json"));
        Assert.Equal(["1"], Titles("1/2"));
        Assert.Equal(["2", "3", "4", "5", "6", "7"], Titles("2/2"));

        string[] Titles(string shard) => [.. Run(
            "run", "features", "--shard", shard, "--weights", "weights.json", "--list")
            .OutLines.Select(line => line.Split(": ")[^1])];
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("1/1001")]
    [InlineData("a/b")]
    public void A_shard_that_there_cannot_be_is_refused(string shard)
    {
        var said = Run("run", "--shard", shard);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains($"--shard is \"{shard}\"; allowed: I/N, such as 2/5", said.Error);
    }

    [Fact]
    public void A_shard_without_scenarios_is_still_a_part_of_the_whole()
    {
        Write("features/green.feature", Samples.Green);
        var shards = RunShards(4);
        var merged = Run(["report", "merge", .. shards, "--report", "merged"]);
        Assert.Equal((0, "1 scenarios on rig virtual, seed 1: 1 passed"), (merged.ExitCode, merged.OutLines[^1]));
    }

    private string[] Listed(string shard) =>
        [.. Run("run", "features", "--fitting", "--shard", shard, "--list").OutLines
            .Concat(Run("run", "features", "--fitting", "--shard", shard, "--list", "--tags", "@nix").OutLines)];

    private void Refuses(string why, params string[] folders)
    {
        var said = Run(["report", "merge", .. folders, "--report", "merged"]);
        Assert.Equal(2, said.ExitCode);
        Assert.Single(said.ErrorLines);
        Assert.Contains(why, said.Error);
    }

    private string[] Cases(string report) => [.. XDocument.Load(PathOf(report + "/junit.xml")).Descendants("testcase")
        .Select(one => $"{one.Attribute("classname")!.Value}: {one.Attribute("name")!.Value}"
            + $" {string.Join(' ', one.Elements().Where(part => part.Name != "properties").Select(part => part.Name))}")
        .Order(StringComparer.Ordinal)];

    private string[] Files(string report) => [.. Directory.GetFiles(PathOf(report), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(PathOf(report), file)).Order(StringComparer.Ordinal)];

    private string[] Told(string report) => [.. File.ReadLines(PathOf(report + "/messages.ndjson"))
        .Select(line => JsonDocument.Parse(line).RootElement.EnumerateObject().Single().Name)
        .GroupBy(kind => kind).Select(kind => $"{kind.Count()} {kind.Key}").Order(StringComparer.Ordinal)];

    private IEnumerable<string> Verdicts(string report) => JsonDocument
        .Parse(File.ReadAllText(PathOf(report + "/run.json"))).RootElement.GetProperty("scenarios").EnumerateArray()
        .Select(one => $"{one.GetProperty("index")} {one.GetProperty("name")} {one.GetProperty("verdict")} "
            + $"{(one.TryGetProperty("folder", out var folder) ? folder.GetString() : "")}");

    private static void Collect(JsonElement node, List<string> given, List<string> used)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) Collect(item, given, used);
        }

        if (node.ValueKind != JsonValueKind.Object) return;
        foreach (var part in node.EnumerateObject())
        {
            if (part.Name == "id") given.Add(part.Value.GetString()!);
            else if (part.Name.EndsWith("Id", StringComparison.Ordinal)) used.Add(part.Value.GetString()!);
            else if (part.Name.EndsWith("Ids", StringComparison.Ordinal))
                used.AddRange(part.Value.EnumerateArray().Select(one => one.GetString()!));
            else Collect(part.Value, given, used);
        }
    }
}

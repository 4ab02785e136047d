using System.Text.Json;
using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class CampaignCommandTests : TempFolder
{
    /// <summary>Meters that are seldom touched, so that a shard is lived in a moment.</summary>
    private const string Quiet = """
        {
          "meters": 1000000, "begins": "2024-07-01", "ends": "2024-08-31",
          "profiles": [{ "profile": "generic", "share": 1 }],
          "households": [{ "name": "all", "share": 1, "daysBetweenPurchases": 60, "kwhPerDay": 0.5 }],
          "schedule": [{ "date": "2024-07-01", "share": 0 }, { "date": "2024-08-01", "share": 1 }]
        }
        """;

    [Fact]
    public void A_plan_is_lived_and_told_as_tables()
    {
        var said = Run("campaign", "kenya-power", "--meters", "500");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.StartsWith("kenya-power: 500 meters, scaled to 7,400,000; seed 1; 2024-06-12 to 2024-11-30; ", said.Out);
        Assert.Contains("updated by 31 August 2024", said.Out);
        Assert.Contains("2024-08-21   updated   5,640,000", said.Out);
        Assert.Contains("predicted", said.Out);
    }

    [Fact]
    public void Json_is_one_line_and_the_same_for_any_number_of_jobs()
    {
        string[] words = ["campaign", "eskom", "--meters", "300", "--what-ifs", "none", "--json", "--jobs"];
        var (one, three) = (Run([.. words, "1"]), Run([.. words, "3"]));
        Assert.Equal((0, "", 1), (one.ExitCode, one.Error, one.OutLines.Count));
        Assert.Equal(one.Out, three.Out);
        using var json = JsonDocument.Parse(one.Out);
        Assert.Equal(6_910_000, json.RootElement.GetProperty("meters").GetInt64());
        Assert.Single(json.RootElement.GetProperty("plans").EnumerateArray());
    }

    [Fact]
    public void A_campaign_that_was_killed_resumes_to_the_result_of_one_that_was_not()
    {
        Write("quiet.json", Quiet);
        string[] words = ["campaign", "quiet.json", "--meters", "200000", "--jobs", "1", "--json", "--out"];
        using (var killed = HilbenchProcess.Start(Folder, [.. words, "killed"]))
        {
            var until = DateTime.UtcNow + HilbenchProcess.Patience;
            while (Finished("killed") < 2 && DateTime.UtcNow < until) Thread.Sleep(20);
            killed.Signal(HilbenchProcess.Sigkill);
            killed.Finish();
        }

        Assert.InRange(Finished("killed"), 2, 19);
        var resumed = HilbenchProcess.Run(Folder, [.. words, "killed", "--resume"]);
        var whole = Run([.. words, "whole"]);
        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        Assert.Equal(whole.Out, resumed.Out);
        Assert.Equal(20, Finished("killed"));
        Assert.True(File.Exists(Path.Combine(Folder, "killed", "report.html")));
    }

    [Theory]
    [InlineData("campaign kenia-power", "there is no plan \"kenia-power\"; did you mean \"kenya-power\"? ")]
    [InlineData("campaign", "hilbench campaign: which plan? A file, or one of: eskom, kenya-power")]
    [InlineData("campaign eskom --meters 0", "hilbench campaign: --meters is \"0\"; allowed: a whole number ")]
    [InlineData("campaign eskom --meters 7000000", "--meters is 7000000, more than the 6910000 meters of the plan")]
    [InlineData("campaign eskom --resume", "--resume wants --out DIR: the folder of the campaign to go on with")]
    [InlineData("campaign eskom --resume --out nowhere", "nowhere: there is no campaign to resume: no ")]
    [InlineData("campaign none.json", "none.json: there is no such plan file; ")]
    public void Bad_input_is_told_in_one_line_and_nothing_is_lived(string line, string told) =>
        Complaint.Begins(told, Run(line.Split(' ')));

    [Fact]
    public void The_schema_of_a_plan_names_each_setting()
    {
        using var schema = JsonDocument.Parse(Run("campaign", "--schema").Out);
        var settings = schema.RootElement.GetProperty("properties");
        Assert.All(
            ["households", "schedule", "mistakes", "database", "whatIfs"],
            name => Assert.True(settings.TryGetProperty(name, out _), name));
    }

    private int Finished(string folder)
    {
        var path = Path.Combine(Folder, folder);
        return Directory.Exists(path) ? Directory.GetFiles(path, "meters-*.parquet").Length : 0;
    }
}

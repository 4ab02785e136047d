using System.Text;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>The folder of each scenario in a report: what it is called and what lies in it.</summary>
public sealed class ScenarioFilesTests
{
    private const string Feature = """
        Feature: credit
          Scenario Outline: <kwh>
            Given a <kwh> kWh credit token
            When the customer keys in the token
            Then the meter holds <sum> kWh
            Examples:
              | kwh | sum |
              | 1.0 | 1.0 |
              | 2.0 | 3.0 |
        """;

    [Fact]
    public void A_red_row_of_an_outline_has_the_glass_and_the_keys_under_its_own_line()
    {
        var files = new ScenarioFiles(Run(Feature)).All.ToDictionary(file => file.Path, Held);
        Assert.Equal(
            [
                "scenarios/trial-9/expected.svg", "scenarios/trial-9/glass.svg", "scenarios/trial-9/strip.svg",
                "scenarios/trial-9/what-happened.txt",
            ],
            files.Keys.Order());
        Assert.Contains("<title>3.0 kWh</title>", files["scenarios/trial-9/expected.svg"]);
        Assert.Contains("<title>2.0 kWh</title>", files["scenarios/trial-9/glass.svg"]);
        var text = files["scenarios/trial-9/what-happened.txt"];
        Assert.StartsWith("FAILED: 2.0\ntrial.feature:5: Then the meter holds 3.0 kWh\n", text);
        Assert.Contains("\n    21 of 21 seen by the model, each within 0.0 ms\n", text);
        Assert.EndsWith("\nagain: again trial.feature:9\n", text);
    }

    [Theory]
    [InlineData("virtual", "#a8c64e")]
    [InlineData("virtual-segments", "#ff4436")]
    public void The_pictures_have_the_dots_of_a_panel_and_the_segments_of_digits(string rig, string colour)
    {
        var red = MeterTrial.Run(Feature, rig)[1];
        var pictures = red.Attachments.Where(one => one.Picture is not null).Select(one => one.Picture!).ToArray();
        Assert.Equal(2, pictures.Length);
        Assert.All(pictures, picture => Assert.Contains(colour, picture));
    }

    [Fact]
    public void A_scenario_that_passed_has_no_folder() =>
        Assert.Empty(new ScenarioFiles(Run(Feature.Replace("3.0", "2.0"))).All);

    [Fact]
    public void A_lab_that_draws_a_glass_of_its_own_does_not_take_the_name_of_the_benchs()
    {
        var run = Run(Feature);
        var attachments = new ScenarioAttachments();
        attachments.AddGlass("glass", ["the lab's"], 16);
        var red = run.Results[1] with { Attachments = [.. attachments.All, .. run.Results[1].Attachments] };
        var files = new ScenarioFiles(run with { Results = [red] }).All.ToDictionary(file => file.Path, Held);
        Assert.Contains("<title>2.0 kWh</title>", files["scenarios/trial-9/glass.svg"]);
        Assert.Contains("<title>the lab's</title>", files["scenarios/trial-9/glass_2.svg"]);
    }

    [Fact]
    public void A_red_scenario_without_a_display_still_says_what_happened_and_one_that_never_began_does_not()
    {
        var run = Run(Feature);
        var red = run.Results[1] with { Attachments = [], Glass = null };
        var never = red with { Verdict = Verdict.Aborted };
        Assert.Equal(
            ["scenarios/trial-9/what-happened.txt"],
            new ScenarioFiles(run with { Results = [red] }).All.Select(file => file.Path));
        Assert.Empty(new ScenarioFiles(run with { Results = [never] }).All);
    }

    [Fact]
    public void Nothing_that_a_lab_attaches_passes_for_what_the_bench_says()
    {
        var run = Run(Feature);
        var green = run.Results[0] with
        {
            Output = [new OutputFile(0, "what-happened.txt", []), new OutputFile(0, "glass.svg", [])],
        };
        Assert.Equal(
            ["scenarios/trial-8/what-happened_2.txt", "scenarios/trial-8/glass_2.svg"],
            new ScenarioFiles(run with { Results = [green] }).All.Select(file => file.Path));
    }

    [Theory]
    [InlineData("credit-7", "features/day/credit.feature")]
    [InlineData("day_credit-7 night_credit-7", "features/day/credit.feature features/night/credit.feature")]
    [InlineData("a_x_credit-7 b_x_Credit-7", "a/x/credit.feature b/x/Credit.FEATURE")]
    [InlineData("credit-7 day_credit-7", "credit.feature day/credit.feature")]
    [InlineData("a_b-7 a_b_2-7", "a?b.feature a*b.feature")]
    [InlineData("Прибор_1-7", "Прибор%1.feature")]
    [InlineData("_con-7 _.hidden-7 _-7", "con.feature .hidden.feature ..feature")]
    [InlineData("lost_found___-7", "lost&found]]|.feature")]
    public void Folders_are_called_by_file_and_line_and_differ(string folders, string files)
    {
        var names = files.Split(' ');
        var made = new ScenarioFolders(names);
        Assert.Equal(folders.Split(' '), names.Select(file => made.Of(file, 7)));
    }

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = SafeName.Of(new string('я', 300) + ".csv");
        Assert.EndsWith(".csv", name);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 60, 200);
        var names = SafeName.Unique([name, name]);
        Assert.Equal(2, names.Distinct().Count());
    }

    [Theory]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("a\nb\tc", "a_b_c")]
    [InlineData("tab-le_1.csv", "tab-le_1.csv")]
    public void No_name_leads_out_of_its_folder(string given, string expected)
    {
        var safe = SafeName.Of(given);
        Assert.Equal(expected.StartsWith('.') ? "_" + expected : expected, safe);
        Assert.DoesNotContain('/', safe);
    }

    private static RunRecord Run(string feature) =>
        Messages.Record(feature, MeterTrial.Sentences, MeterTrial.Run(feature));

    private static string Held(ReportFile file)
    {
        using var held = new MemoryStream();
        file.Write(held);
        return Encoding.UTF8.GetString(held.ToArray());
    }
}

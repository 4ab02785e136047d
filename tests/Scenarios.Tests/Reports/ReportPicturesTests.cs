using System.Text;
using HilBench.Recording;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>The pictures that a report draws, and what becomes of them when there are too many for one page.</summary>
public sealed class ReportPicturesTests : IDisposable
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

    private readonly RecordingShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Theory]
    [InlineData("virtual")]
    [InlineData("virtual-loop")]
    [InlineData("virtual-segments")]
    public void A_red_scenario_has_its_glass_over_time_and_its_wires_as_small_pictures_in_its_folder(string rig)
    {
        var run = Record(rig);
        var pictures = new ReportPictures(run);
        Assert.Equal(["strip.svg", "wave.svg"], pictures.Of(run.Results[1]).Select(one => one.Name));
        Assert.All(
            pictures.Of(run.Results[1]), one => Assert.InRange(Encoding.UTF8.GetByteCount(one.Svg), 1000, 8 * 1024));
        var files = new ScenarioFiles(run, pictures).All.Select(one => one.Path).ToArray();
        Assert.Contains("scenarios/trial-9/strip.svg", files);
        Assert.Contains("scenarios/trial-9/wave.svg", files);
        Assert.DoesNotContain(files, file => file.StartsWith("scenarios/trial-8", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scenario_that_passed_shows_the_glass_of_its_end_at_its_last_step()
    {
        var run = Record("none");
        var svg = Assert.Single(new ReportPictures(run).Of(run.Results[0])).Svg;
        Assert.Contains("<title>1.0 kWh</title>", svg);
        var messages = Messages.Of(run);
        var steps = messages.All("testCase")[0].GetProperty("testSteps");
        var picture = messages.All("attachment").First(one => one.Text("fileName") == "the glass at the end.svg");
        Assert.Equal(steps[steps.GetArrayLength() - 1].Text("id"), picture.Text("testStepId"));
    }

    [Fact]
    public void Of_more_pictures_than_a_page_takes_those_of_scenarios_that_passed_are_files_and_links()
    {
        var run = Record("virtual");
        run = run with
        {
            Results =
            [
                run.Results[0] with
                {
                    Output = [new OutputFile(0, "plot %.png", [1, 2]), new OutputFile(0, "a.txt", [65])],
                },
                run.Results[1],
            ],
        };
        var few = new ReportPictures(run, most: 10_000);
        var all = Messages.Of(run).All("attachment").Select(one => one.Text("fileName")).ToArray();
        var some = Messages.Of(run, few).All("attachment");
        string[] gone = ["plot %.png", "the glass at the end.svg"];
        Assert.Equal(
            all.Where(name => name is not null && !gone.Contains(name)),
            some.Select(one => one.Text("fileName")).Where(name => name is not null));
        Assert.Equal(
            [
                "scenarios/trial-8/plot__.png", "scenarios/trial-8/glass.svg",
                "scenarios/trial-9/recording.hbr\nscenarios/trial-9/wave.vcd",
            ],
            some.Where(one => one.Text("mediaType") == "text/uri-list").Select(one => one.Text("body")));
        var files = new ScenarioFiles(run, few).All.ToArray();
        Assert.Equal(
            ["scenarios/trial-8/glass.svg", "scenarios/trial-8/plot__.png", "scenarios/trial-8/a.txt"],
            files.Select(one => one.Path).Where(path => path.Contains("trial-8", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_strip_of_a_large_display_has_fewer_pictures_rather_than_more_bytes()
    {
        var story = new GlassStory(
            [
                .. Enumerable.Range(0, 24).Select(at => new GlassPicture(
                    [.. Enumerable.Range(0, 4).Select(row => Line((at * 4) + row))], TimeSpan.FromSeconds(at))),
            ],
            20, 4, GlassKind.Dots);
        var run = Record("none");
        var red = run.Results[1] with { Glass = story };
        var svg = new ReportPictures(run).Of(red)[0].Svg;
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 4000, 8 * 1024);
        Assert.Contains(">23.000 s</text>", svg);
        Assert.DoesNotContain(">0.000 s</text>", svg);
    }

    [Fact]
    public void What_is_known_of_the_run_before_is_a_hook_of_the_run_and_stands_first_at_a_step_that_went_wrong()
    {
        var run = Record("none");
        Assert.Empty(Messages.Of(run).All("testRunHookStarted"));
        run = run with { Changes = new RunChanges(["since run 7: 1 newly red"], _ => "newly red") };
        var messages = Messages.Of(run);
        var hook = Assert.Single(messages.All("testRunHookStarted"));
        var texts = messages.All("attachment");
        var whole = Assert.Single(texts, one => one.Text("testRunHookStartedId") == hook.Text("id"));
        Assert.Equal("since run 7: 1 newly red", whole.Text("body"));
        var step = texts.First(one => one.Text("fileName") == "expected.svg").Text("testStepId");
        Assert.Equal("newly red", texts.First(one => one.Text("testStepId") == step).Text("body"));
    }

    private static string Line(int number) =>
        string.Concat(Enumerable.Range(0, 20).Select(column => (char)('!' + (((number * 31) + (column * 17)) % 90))));

    private RunRecord Record(string rig)
    {
        var plan = Rigs.Load(rig);
        var sentences = MeterTrial.Sentences;
        var cases = new StepCheck(sentences, plan.Capabilities).Check(Trial.Read(Feature, sentences));
        var results = new Runner(sentences, new RunOptions
        {
            Seed = 1,
            Judge = MeterJudge.Judge,
            Provide = container => container.RegisterInstanceAs(plan, typeof(RigPlan)),
            Record = RecordingScope.Red,
            Shelf = _shelf,
        }).Run(cases);
        return Messages.Record(Feature, sentences, results);
    }
}

using HilBench.RigFiles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>A scenario is judged by its profile as it stood when the run began.</summary>
public sealed class ProfileReadOnceTests : IDisposable
{
    private const string SaysYes = """{ "words": { "accept": "Yes" } }""";
    private const string SaysDone = """{ "words": { "accept": "Done" } }""";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void An_edit_after_the_features_were_read_changes_neither_the_meter_nor_the_judge()
    {
        File.WriteAllText(_file, SaysYes);
        var scenario = Bind();
        File.WriteAllText(_file, SaysDone);
        Passes(scenario);
    }

    [Fact]
    public void An_edit_between_two_steps_changes_neither_the_meter_nor_the_judge()
    {
        File.WriteAllText(_file, SaysYes);
        Passes(Bind("And somebody edits the profile"));
        Assert.Equal(SaysDone, File.ReadAllText(_file));
    }

    [Fact]
    public void The_file_is_not_wanted_any_more_once_the_features_are_read()
    {
        File.WriteAllText(_file, SaysYes);
        var scenario = Bind();
        File.Delete(_file);
        Passes(scenario);
    }

    [Fact]
    public void A_profile_that_is_wrong_is_told_before_anything_runs()
    {
        File.WriteAllText(_file, """{ "words": { "acept": "Yes" } }""");
        var mistake = Assert.Single(Assert.Throws<FeatureMistakesException>(() => Bind()).Mistakes);
        Assert.Contains("did you mean \"accept\"?", mistake, StringComparison.Ordinal);
    }

    private static StepEngine Engine { get; } = StepEngine.Of(
        [.. typeof(Bench).Assembly.GetTypes().Where(type => type.IsDefined(typeof(BindingAttribute), false)),
            typeof(Editor)]);

    private IReadOnlyList<ScenarioCase> Bind(params IReadOnlyList<string> between) =>
        new StepCheck(Engine, Rigs.Load(Rigs.None).Capabilities).Check(Trial.Read(Trial.Scenario(
        [
            "Given a meter with:", "| name | value |", $"| profile | {_file} |",
            "And a 10.0 kWh credit token", .. between, "When the customer keys in the token",
            "Then the meter accepts it", "And the display shows \"Yes\"",
        ])));

    private void Passes(IReadOnlyList<ScenarioCase> scenarios)
    {
        var results = new Runner(Engine, new RunOptions
        {
            Judge = MeterJudge.Judge,
            Provide = container =>
            {
                container.RegisterInstanceAs(Rigs.Load(Rigs.None));
                container.RegisterInstanceAs(new EditedFile(_file, SaysDone));
            },
        }).Run(scenarios);
        var result = Assert.Single(results);
        Assert.True(result.Verdict == Verdict.Passed, $"{result.Step}: {result.Message}");
    }

    public sealed record EditedFile(string Path, string Text);

    [Binding]
    public sealed class Editor(EditedFile file)
    {
        [Given("somebody edits the profile")]
        public void Edits() => File.WriteAllText(file.Path, file.Text);
    }
}

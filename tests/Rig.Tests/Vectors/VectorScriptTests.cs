using HilBench.RigFiles;
using HilBench.TestKit.Stories;

namespace HilBench.Rig.Tests.Vectors;

/// <summary>
/// Every published token, keyed in on pins and read from the display by meter --script; one rig for each case.
/// </summary>
public class VectorScriptTests
{
    public static TheoryData<string> Ids => [.. MeterStories.All.Select(story => story.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_token_on_pins_is_answered_as_published_and_as_by_the_model_alone(string id)
    {
        var story = MeterStories.ById(id);
        var script = new StoryScript(story);
        var pins = script.PlayOn("virtual");

        Assert.False(pins[0].IsBad, pins[0].Json);
        Assert.Equal(story.Steps.Count + 1, pins.Count);
        for (var i = 0; i < story.Steps.Count; i++) StoryScript.Check(story.Steps[i], pins[i + 1]);
        Assert.Equal(script.PlayOn(Rigs.None), pins);
    }

    [Fact]
    public void The_coverage_is_said_aloud()
    {
        var cases = MeterStories.All.Select(story => story.Case).Distinct().Count();
        var line = $"{cases} cases in {MeterStories.All.Count} stories keyed in on pins and on the model alone, "
            + $"{MeterStories.All.Sum(story => story.Steps.Count)} tokens on each";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
        Assert.True(cases >= 370, line);
    }
}

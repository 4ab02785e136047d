using System.Text.RegularExpressions;
using HilBench.RigFiles;
using HilBench.RigFiles.Script;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Specs;

/// <summary>What README.md and the pages of docs/ show is what the program prints.</summary>
public sealed partial class PageSampleSpecs
{
    private const string Readme = "README.md";
    private const string MyFile = "my.feature";

    /// <summary>Blocks of JSON lines come in pairs: what is sent, and what is answered.</summary>
    [Theory]
    [InlineData("docs/meter-script.md")]
    [InlineData("docs/what-no-meter-can-notice.md")]
    public void A_script_on_a_page_is_answered_as_the_page_says(string page)
    {
        var blocks = Blocks(page, "jsonl");
        Assert.NotEmpty(blocks);
        foreach (var pair in blocks.Chunk(2))
        {
            using var script = new MeterScript(ModelPlan.Alone, seed: 1);
            Assert.Equal(pair[1], pair[0].Select(line => script.Answer(line).Json));
        }
    }

    /// <summary>KEY stands for fields that the page shows once, KEY2 for the same of the next key revision.</summary>
    [Fact]
    public void Lines_of_vend_and_decode_on_their_page_are_answered_as_the_page_says()
    {
        const string page = "docs/vend-and-decode.md";
        var key = Blocks(page, "json").Single()[0];
        var next = key.Replace("\"krn\":1", "\"krn\":2").Replace("\"base\":1993", "\"base\":2014");
        var blocks = Blocks(page, "jsonl");
        LineAnswerer[] answerers = [new VendLine(StaTables.Sample), new DecodeLine(StaTables.Sample)];
        foreach (var (pair, answerer) in blocks.Chunk(2).Zip(answerers))
        {
            var lines = pair[0].Select(line => line.Replace("KEY2", next).Replace("KEY", key));
            Assert.Equal(pair[1], lines.Select(line => answerer.Answer(line).Json));
        }

        Assert.Equal(4, blocks.Length);
    }

    /// <summary>Blocks that begin with a bare property are a part of a file, to be put into one.</summary>
    [Theory]
    [InlineData("docs/hardware/token-port.md")]
    [InlineData("docs/hardware/serial-panel.md")]
    public void A_rig_file_on_a_page_can_be_used(string page)
    {
        Environment.SetEnvironmentVariable("VENDING_KEY", "abababababababab");
        var file = Assert.Single(Blocks(page, "jsonc"), block => block[0] == "{");
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        File.WriteAllLines(path, file);
        try
        {
            Assert.NotNull(Rigs.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_feature_of_the_readme_passes()
    {
        var scenario = Assert.Single(Read(string.Join('\n', MyFeature())));
        Assert.Equal(Verdict.Passed, SpecBench.Run(scenario, TestContext.Current.CancellationToken).Verdict);
    }

    [Fact]
    public void The_scenario_of_the_readme_that_begins_it_passes()
    {
        var scenario = Assert.Single(Read("Feature: readme\n" + string.Join('\n', Blocks(Readme, "gherkin")[0])));
        Assert.Equal(Verdict.Passed, SpecBench.Run(scenario, TestContext.Current.CancellationToken).Verdict);
    }

    /// <summary>The page says that its feature was changed from 35.6 to 36.6.</summary>
    [Fact]
    public void The_red_scenario_of_the_readme_is_told_in_these_words()
    {
        var scenario = Assert.Single(Read(string.Join('\n', MyFeature()).Replace("35.6", "36.6")));
        var result = SpecBench.Run(scenario, TestContext.Current.CancellationToken);
        Assert.Equal(Verdict.Failed, result.Verdict);

        var shown = Blocks(Readme, "").Single(block => block[0].StartsWith("FAILED:", StringComparison.Ordinal));
        Assert.Equal($"FAILED: {scenario.Feature}: {scenario.Title}", shown[0]);
        Assert.Equal(FailureText.Of(result).Select(line => $"  {line.TrimEnd()}"), shown[1..^1]);
        Assert.EndsWith($"run {scenario.Place} --seed {SpecBench.RunSeed}", shown[^1]);
    }

    [Fact]
    public void The_misspelt_sentence_of_the_readme_is_told_in_these_words()
    {
        var text = string.Join('\n', MyFeature()).Replace("the customer keys in", "the customer key in");
        var told = Assert.Throws<FeatureMistakesException>(() => new StepCheck(StepEngine.Of(typeof(Bench).Assembly))
            .Check(Read(text))).Mistakes;
        var shown = Blocks(Readme, "").Single(block => block[0].StartsWith(MyFile, StringComparison.Ordinal));
        Assert.Equal(shown[0], told[0]);
    }

    private static string[] MyFeature() =>
        Blocks(Readme, "gherkin").Single(block => block[0].StartsWith("Feature:", StringComparison.Ordinal));

    private static IReadOnlyList<ScenarioCase> Read(string text)
    {
        using var reader = new StringReader(text + "\n");
        return FeatureReader.Parse(reader, MyFile, SpecBench.Engine);
    }

    /// <summary>The lines of each code block that is marked with this language.</summary>
    private static string[][] Blocks(string page, string language) =>
        [.. Fenced().Matches(Checkout.Read(page))
            .Where(block => block.Groups[1].Value == language)
            .Select(block => block.Groups[2].Value.TrimEnd('\n').Split('\n'))];

    [GeneratedRegex("^```([a-z]*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();
}

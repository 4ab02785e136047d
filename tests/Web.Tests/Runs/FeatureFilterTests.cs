using HilBench.Scenarios.Engine;
using HilBench.Scenarios.World;
using HilBench.Web.Runs;

namespace HilBench.Web.Tests.Runs;

/// <summary>Features as a tree, and what of it is shown.</summary>
public sealed class FeatureFilterTests : IDisposable
{
    private static readonly StepEngine Engine = StepEngine.Of(typeof(Bench).Assembly);

    private readonly RunFolder _folder = new RunFolder()
        .With("credit.feature", RunFolder.Credit)
        .With("mains/off.feature", """
            Feature: Mains
              Rule: The meter remembers
                Scenario Outline: After <hours> hours
                  When the mains fails
                  And <hours> hours pass
                  And the mains returns
                  Then the meter holds 0.0 kWh

                  Examples:
                    | hours |
                    | 1     |
                    | 2     |
            """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_tree_has_every_scenario_and_example_row_with_its_tags_and_sentences()
    {
        var tree = Read();
        Assert.Equal(["credit.feature", "mains/off.feature"], tree.Files.Select(file => file.File));
        Assert.Equal(["Credit", "Mains"], tree.Files.Select(file => file.Title));
        Assert.Equal(["credit", "red"], tree.Tags);
        Assert.Equal(["credit", "red"], tree.Files[0].Scenarios[1].Tags.Order());
        Assert.Equal(["After 1 hours", "After 2 hours"], tree.Files[1].Scenarios.Select(one => one.Title));
        Assert.Equal("The meter remembers", tree.Files[1].Scenarios[0].Rule);
        Assert.Contains("When the mains fails", tree.Files[1].Scenarios[0].Steps);
    }

    [Theory]
    [InlineData("", "", 4)]
    [InlineData("USED", "", 1)]
    [InlineData("keys in the token", "", 2)]
    [InlineData("the mains returns", "", 2)]
    [InlineData("remembers", "", 2)]
    [InlineData("@red", "", 1)]
    [InlineData("mains/", "", 2)]
    [InlineData("", "@credit and not @red", 1)]
    [InlineData("token", "not @credit", 0)]
    [InlineData("", "@credit and", 0)]
    public void Words_are_looked_for_everywhere_and_tags_choose_among_what_is_found(
        string words, string tags, int count)
    {
        Assert.Equal(count, new FeatureFilter(words, tags).Of(Read()).Sum(file => file.Scenarios.Count));
    }

    [Fact]
    public void Tags_that_make_no_sense_are_told()
    {
        Assert.Null(new FeatureFilter("", "@a or @b").Mistake);
        Assert.Contains("allowed", new FeatureFilter("", "@a or").Mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_mistakes_says_which_and_spoils_no_other()
    {
        _folder.With("odd.feature", "Feature: Odd\n  Scenario: One\n    When the customer eats the token\n");
        _folder.With("worse.feature", "Featur: Worse\n");
        var tree = Read();
        Assert.Equal(4, tree.Files.Sum(file => file.Scenarios.Count(_ => file.Mistakes.Count == 0)));
        Assert.Contains("odd.feature:3: ", Assert.Single(tree.Files[2].Mistakes), StringComparison.Ordinal);
        Assert.Contains("worse.feature:1: ", tree.Files[3].Mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_whole_is_run_by_its_file_and_the_rest_line_by_line()
    {
        var tree = Read();
        var shown = new FeatureFilter("", "@red or not @credit").Of(tree);
        Assert.Equal(["credit.feature:9", "mains/off.feature"], RunOrder.Of(tree, shown).What);
    }

    private FeatureTree Read() => FeatureTree.Read(
        new FeatureFiles(_folder.Settings.Features), Engine, _folder.Settings.Plan.Capabilities);
}

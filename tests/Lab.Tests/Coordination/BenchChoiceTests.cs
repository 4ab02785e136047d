using HilBench.Input;
using HilBench.Lab.Bus;
using HilBench.Lab.Coordination;
using HilBench.Lab.Told;
using HilBench.Scenarios.Features;

namespace HilBench.Lab.Tests.Coordination;

public sealed class BenchChoiceTests
{
    [Theory]
    [InlineData("name=bench-1", "bench-1")]
    [InlineData("rig=virtual and not name=bench-1", "bench-2 bench-3")]
    [InlineData("firmware=1.2 or (site=roof and profile=generic)", "bench-2 bench-3")]
    [InlineData(@"model=clou\ two", "bench-1 bench-2 bench-3")]
    public void Rigs_are_chosen_by_what_they_are_called_and_labelled(string expression, string names)
    {
        var chosen = RigExpression.Parse(expression);
        Assert.Equal(names, string.Join(' ', Three().Where(chosen.Matches).Select(bench => bench.Name)));
    }

    [Theory]
    [InlineData("", "--on: it is empty, which chooses no label")]
    [InlineData("bench-1", "--on: at character 1: \"bench-1\" is not a label")]
    [InlineData("name=", "--on: at character 1: \"name=\" is not a label")]
    [InlineData("name=a and (rig=b", "--on: at character 12: a parenthesis is not closed")]
    [InlineData("name=a,name=b", "several in one word")]
    public void An_expression_that_makes_no_sense_is_told(string expression, string why)
    {
        var wrong = Assert.Throws<FeatureMistakesException>(() => RigExpression.Parse(expression));
        Assert.Contains(why, wrong.Message);
    }

    [Fact]
    public void Rigs_with_different_meters_share_no_run_unless_it_is_said()
    {
        var wrong = Assert.Throws<SettingsException>(() => Choice().Among(Three(), []));
        Assert.Contains("generic clou two 1.1 on bench-1; generic clou two 1.2 on bench-2, bench-3", wrong.Message);
        Assert.Equal(3, Choice(mix: true).Among(Three(), []).Count);
        Assert.Equal(2, Choice("firmware=1.2").Among(Three(), []).Count);
    }

    [Fact]
    public void A_rig_that_joins_later_must_hold_the_same_meter()
    {
        var choice = Choice("firmware=1.2 or name=bench-9");
        choice.Among(Three(), []);
        Assert.Null(choice.WhyNot(Three()[1] with { Name = "bench-9" }));
        Assert.Equal(
            "its meter is generic clou two 1.1, and not generic clou two 1.2",
            choice.WhyNot(Three()[0] with { Name = "bench-9" }));
    }

    [Fact]
    public void A_bench_of_another_build_takes_no_part()
    {
        var other = Three()[0] with { Build = "other" };
        var wrong = Assert.Throws<LabException>(() => Choice().Among([other], []));
        Assert.Contains("bench-1: its build is other, and this program is this", wrong.Message);
    }

    [Fact]
    public void A_hundred_benches_that_do_not_fit_for_one_reason_are_told_of_in_a_few_words()
    {
        BenchCard[] many =
            [.. Enumerable.Range(1, 100).Select(number => Card(number, "1.1", "roof") with { Build = "b" })];
        var wrong = Assert.Throws<LabException>(() => Choice().Among(many, []));
        Assert.Equal(
            "no rig that fits is at the lab (bench-1, bench-2, bench-3, bench-4 and 96 more: its build is b, and this "
            + "program is this)",
            wrong.Message);
    }

    [Fact]
    public void A_bench_that_takes_work_of_others_only_takes_no_part()
    {
        Assert.Equal(
            "it takes no work of anna", Choice().WhyNot(Three()[0] with { Accepts = ["ci"] }));
        Assert.Null(Choice().WhyNot(Three()[0] with { Accepts = ["ci", "anna"] }));
    }

    [Fact]
    public void Who_asks_for_a_rig_that_is_offline_is_told_so()
    {
        var wrong = Assert.Throws<LabException>(() => Choice("name=bench-2").Among([Three()[0]], [Three()[1]]));
        Assert.Equal(
            "no rig that fits is at the lab (bench-1: --on leaves it out; bench-2: it is offline)", wrong.Message);
    }

    [Fact]
    public void The_sooner_of_two_runs_has_the_higher_priority_or_came_first()
    {
        var noon = new DateTime(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc);
        var first = new RunNote { Priority = 5, Since = noon };
        Assert.True(first.IsBefore(first with { Since = noon.AddSeconds(1) }, "z.1", "a.1"));
        Assert.False(first.IsBefore(first with { Since = noon.AddSeconds(1), Priority = 6 }, "a.1", "z.1"));
        Assert.True(first.IsBefore(first, "a.1", "z.1"));
    }

    private static BenchChoice Choice(string? on = null, bool mix = false) => new(
        new LabRequest { Build = "this", Mix = mix, On = on is null ? null : RigExpression.Parse(on) }, "anna");

    private static BenchCard[] Three() => [Card(1, "1.1", "cellar"), Card(2, "1.2", "cellar"), Card(3, "1.2", "roof")];

    private static BenchCard Card(int number, string firmware, string site) => new()
    {
        Name = $"bench-{number}",
        Rig = "virtual",
        Profile = "generic",
        Build = "this",
        Labels = new Dictionary<string, string>
        {
            ["model"] = "clou two", ["firmware"] = firmware, ["site"] = site,
        },
    };
}

using HilBench.RigFiles;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;
using HilBench.Scenarios.World;
using HilBench.Tokens;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>There is an end to what one step may ask for.</summary>
public sealed class BoundTests
{
    [Theory]
    [InlineData("keys in")]
    [InlineData("presses")]
    public void A_text_of_a_million_keys_is_refused_in_one_short_line(string verb)
    {
        var mistake = Assert.Single(MeterTrial.Mistakes($"When the customer {verb} \"{new string('7', 1_000_000)}\""));
        Assert.Equal("trial.feature:3: a step presses 1 to 10,000 keys, and this text has 1,000,000", mistake);
    }

    [Fact]
    public void Ten_thousand_keys_are_pressed() =>
        MeterTrial.Passes($"When the customer presses \"{new string('7', 9_999)} #\"");

    [Theory]
    [InlineData("none")]
    [InlineData("virtual")]
    public void A_load_that_keeps_the_meter_busy_for_too_long_is_the_mistake_of_the_scenario(string rig)
    {
        using var bench = new Bench(Rigs.Load(rig), new ScenarioSeed(1), RunStop.Never, new ScenarioFlight())
        {
            MostWork = 200_000,
        };
        bench.GiveCredit(EnergyAmount.FromKwh(1_800_000));
        bench.Build().Load.Draw(new Watts(1_000_000));
        var wrong = Assert.Throws<FeatureMistakeException>(() => bench.Pass(TimeSpan.FromDays(36_524)));
        Assert.Matches(
            @"^this step would take too long to run: the bench gave up after [\d.]+ of 36,524 days; "
            + "the meter has less to do in a shorter time, or with less power$",
            wrong.Message);
        Assert.Equal(Verdict.Undefined, MeterJudge.Judge(wrong));
        var again = Assert.Throws<FeatureMistakeException>(() => bench.Pass(TimeSpan.FromDays(36_524)));
        Assert.Equal(wrong.Message, again.Message);
    }

    [Fact]
    public void Each_step_has_the_whole_of_it()
    {
        using var bench = new Bench(Rigs.Load("virtual"), new ScenarioSeed(1), RunStop.Never, new ScenarioFlight())
        {
            MostWork = 20_000,
        };
        for (var day = 0; day < 50; day++) bench.Pass(TimeSpan.FromDays(10));
        Assert.InRange(bench.Build().Clock.Work, 100_000, 2_000_000);
    }

    /// <summary>A century beside an idle meter costs half of what a step may cost, so a year costs little.</summary>
    [Fact]
    public void A_year_beside_an_idle_meter_costs_a_two_hundredth()
    {
        using var bench = new Bench(Rigs.Load("virtual"), new ScenarioSeed(1), RunStop.Never, new ScenarioFlight());
        bench.Pass(TimeSpan.FromDays(365));
        Assert.InRange(bench.Build().Clock.Work, 1, bench.MostWork / 150);
    }
}

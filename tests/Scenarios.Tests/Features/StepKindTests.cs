using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>Steps under a star, or under And with nothing before it: the sentence says what they are.</summary>
public sealed class StepKindTests
{
    [Fact]
    public void A_scenario_of_stars_is_run_as_if_it_had_keywords() => MeterTrial.Passes(
        "* the meter holds 1.0 kWh", "* a 5.0 kWh credit token", "* the customer keys in the token",
        "* the meter accepts it", "* the meter holds 6.0 kWh");

    [Fact]
    public void A_star_that_checks_something_is_red_when_it_does_not_hold() => Assert.Equal(
        (Verdict.Failed, "the meter holds 6.0 kWh, not 7.0 kWh"),
        Outcome("* the meter holds 1.0 kWh", "* a 5.0 kWh credit token", "* the customer keys in the token",
            "* the meter holds 7.0 kWh"));

    [Theory]
    [InlineData("* the meter holds 1.0 kWh", new[] { StepKind.Given })]
    [InlineData("And the meter holds 1.0 kWh", new[] { StepKind.Given })]
    [InlineData("* the mains fails", new[] { StepKind.When })]
    [InlineData("* the meter accepts it", new[] { StepKind.Then })]
    [InlineData("* nobody knows this", new[] { StepKind.Given })]
    [InlineData("When the mains fails|* the meter holds 1.0 kWh", new[] { StepKind.When, StepKind.Then })]
    [InlineData("Then the key revision is 1|* the meter holds 1.0 kWh", new[] { StepKind.Then, StepKind.Then })]
    [InlineData("Then the key revision is 1|* the mains fails|And the mains returns",
        new[] { StepKind.Then, StepKind.When, StepKind.When })]
    [InlineData("Given a clear credit token|* the meter holds 1.0 kWh|And a clear tamper token",
        new[] { StepKind.Given, StepKind.Given, StepKind.Given })]
    public void A_star_is_what_its_sentence_can_be_after_the_step_before_it(
        string steps, StepKind[] kinds) => Assert.Equal(
        kinds,
        Trial.Read(Trial.Scenario(steps.Split('|')), MeterTrial.Sentences)[0].Steps.Select(step => step.Kind));

    private static (Verdict Verdict, string? Message) Outcome(params string[] lines)
    {
        var result = MeterTrial.RunOne(lines);
        return (result.Verdict, result.Message);
    }
}

using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>Each number of a sentence has limits, and a number outside of them is told before anything runs.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("Given the keys bounce for 1001 milliseconds", "keys bounce for 0 to 1000 milliseconds, not 1001")]
    [InlineData("Given the keys bounce for -5 milliseconds", "keys bounce for 0 to 1000 milliseconds, not -5")]
    [InlineData("Given the keys bounce for 2147483647 milliseconds",
        "keys bounce for 0 to 1000 milliseconds, not 2,147,483,647")]
    [InlineData("When the customer holds \"1\" for -1 milliseconds",
        "a key is held for 1 to 3,600,000 milliseconds, not -1")]
    [InlineData("When the customer holds \"1\" for 2147483648 milliseconds",
        "a key is held for 1 to 3,600,000 milliseconds, not 2,147,483,648")]
    [InlineData("When the customer buys and keys in 0 tokens of 1.0 kWh", "a step keys in 1 to 10,000 tokens, not 0")]
    [InlineData("When the customer keys in 99999999999 wrong tokens, each as soon as the meter takes one",
        "a step keys in 1 to 10,000 tokens, not 99,999,999,999")]
    [InlineData("When the customer keys in code 5", "a key change has codes 1 to 4, not 5")]
    [InlineData("When the customer keys in code 0 of \"A\"", "a key change has codes 1 to 4, not 0")]
    [InlineData("When the customer keys in code 9 and the mains fails while the meter stores it",
        "a key change has codes 1 to 4, not 9")]
    [InlineData("When the customer keys in the token with digit 21 wrong", "a token has digits 1 to 20, not 21")]
    [InlineData("When the customer keys in code 1 with digit 0 wrong", "a token has digits 1 to 20, not 0")]
    [InlineData("Then the buzzer gives 0 long beeps",
        "a sound has 1 to 20 beeps, not 0; for none: the buzzer stays silent")]
    [InlineData("Then the buzzer gives 21 long beeps",
        "a sound has 1 to 20 beeps, not 21; for none: the buzzer stays silent")]
    [InlineData("Given a clear credit token for register 65536",
        "a clear credit token is for register 0 to 65,535, not 65,536")]
    [InlineData("Given the token for test 99", "a token is for test 0 to 36, not 99; 0 is all tests")]
    [InlineData("Given the token for test 1 of maker 10000", "a maker's code is 0 to 9999, not 10,000")]
    [InlineData("Given a maximum power limit token of 99999999999 W",
        "watts must be 0 to 1,000,000, not 99,999,999,999")]
    [InlineData("Given a 0.25 m3 water credit token", "0.25 is finer than 0.1, which no token carries")]
    [InlineData("Given a 79228162514264337593543950335 m3 gas credit token",
        "79228162514264337593543950335 is more than any token carries")]
    [InlineData("Given a -1 min time credit token", "an amount must be written like 25.6, not \"-1\"")]
    [InlineData("Given a meter with key revision 99999999999 on base date 1993",
        "a key revision must be a whole number from 1 to 9, not \"99999999999\"")]
    public void A_number_outside_its_limits_is_refused_with_both_of_them(string step, string expected) =>
        Assert.Equal([$"trial.feature:3: {expected}"], Mistakes(step));

    [Theory]
    [InlineData("-1 milliseconds pass", "0 to 3,155,760,000,000 milliseconds, not -1")]
    [InlineData("99999999999 seconds pass", "0 to 3,155,760,000 seconds, not 99,999,999,999")]
    [InlineData("-1 minutes pass", "0 to 52,596,000 minutes, not -1")]
    [InlineData("876601 hours pass", "0 to 876,600 hours, not 876,601")]
    [InlineData("99999999999 days pass", "0 to 36,525 days, not 99,999,999,999")]
    [InlineData("the load draws 0 W for 36526 days", "0 to 36,525 days, not 36,526")]
    [InlineData("the load draws 9 W for -1 hours", "0 to 876,600 hours, not -1")]
    [InlineData("the load draws 9 W for 99999999999999999999999999999999 minutes",
        "0 to 52,596,000 minutes, not \"99999999999999999999999999999999\"")]
    public void Time_does_not_run_backwards_and_no_step_is_longer_than_a_century(string step, string expected) =>
        Assert.Equal(
            [$"trial.feature:3: a step takes {expected}; the most is 100 years"], Mistakes($"When {step}"));

    [Fact]
    public void A_number_of_a_million_digits_is_told_by_its_ends()
    {
        var mistake = Assert.Single(Mistakes($"When {new string('9', 1_000_000)} days pass"));
        Assert.InRange(mistake.Length, 1, 300);
    }

    [Fact]
    public void The_limits_themselves_are_allowed() => MeterTrial.Passes(
        "Given a clear credit token for register 65535", "And the token for test 36",
        "And the token for test 28 of maker 9999",
        "When the customer holds \"1\" for 3600000 milliseconds", "And 0 seconds pass");

    private static IReadOnlyList<string> Mistakes(string step) =>
        Assert.Throws<FeatureMistakesException>(
            () => MeterTrial.Run(Trial.Scenario(step), rig: "virtual")).Mistakes;
}

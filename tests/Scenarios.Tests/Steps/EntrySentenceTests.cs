using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>Tokens in parts, times with fractions, mains with a voltage, the cover: what is refused.</summary>
public sealed class EntrySentenceTests
{
    [Theory]
    [InlineData("When the customer types the first 0 digits of the token",
        "of a token the first 1 to 20 digits can be typed, not 0")]
    [InlineData("When the customer types the first 21 digits of code 1",
        "of a token the first 1 to 20 digits can be typed, not 21")]
    [InlineData("When the customer keys in the token with 0 seconds between the keys",
        "a customer pauses for 1 to 3600 seconds between the keys, not 0")]
    [InlineData("When the customer presses \"5\" 0 times", "keys are pressed 1 to 1000 times, not 0")]
    [InlineData("When the customer keys in the token and the mains fails 0 seconds after Enter",
        "the mains fails 0.3 to 3,600 seconds after Enter, not 0; for less: the mains fails while the meter stores it")]
    [InlineData("When the mains flickers 1 times within 2 seconds",
        "the mains flickers 2 to 100 times, not 1; for once: the mains dips")]
    [InlineData("When the mains flickers 2 times within 0 seconds", "the mains flickers within 1 to 60 seconds, not 0")]
    [InlineData("When the mains dips to 0 V for 300 milliseconds",
        "the mains dips to 1 to 500 V, not 0; to nothing: the mains dips for 300 milliseconds")]
    [InlineData("When the mains dips to 120 V for 0 milliseconds",
        "the mains dips for 1 to 60,000 milliseconds, not 0; for longer: the mains fails")]
    [InlineData("Then the display shows \"Accept\" for 0 seconds",
        "something is watched for 0.1 to 3,600 seconds, not 0")]
    [InlineData("Then the display shows \"Accept\" within 0.0005 seconds",
        "something is watched for 0.1 to 3,600 seconds, not 0.001")]
    [InlineData("Then the load switch opens within 0.1001 seconds",
        "0.1001 is finer than the millisecond that the bench counts in")]
    [InlineData("When 1.00000001 hours pass", "1.00000001 is finer than the millisecond that the bench counts in")]
    [InlineData("When 99999.5 weeks pass", "a step takes 0 to 5217 weeks, not \"99999.5\"; the most is 100 years")]
    [InlineData("Then line 5 reads \"x\"", "a display has lines 1 to 4, not 5")]
    [InlineData("Then the key type is DUKT", "a key type must be DITK, DDTK, DUTK or DCTK (0 to 3), not \"DUKT\"")]
    [InlineData("Then the base date is 2004", "a base date must be 1993, 2014 or 2035, not \"2004\"")]
    [InlineData("Given a meter with profile \"cluo\"", "there is no profile \"cluo\"; did you mean \"clou\"?")]
    public void What_can_be_seen_to_be_wrong_is_refused_before_anything_runs(string step, string expected)
    {
        var mistakes = Assert.Throws<FeatureMistakesException>(
            () => MeterTrial.Run(Trial.Scenario(step), rig: "virtual")).Mistakes;
        Assert.StartsWith($"trial.feature:3: {expected}", Assert.Single(mistakes));
    }

    [Theory]
    [InlineData("When the customer types the first 7 digits of the token", "there is no token yet: ")]
    [InlineData("When the customer keys in the remaining digits", "no token was begun: a line like ")]
    [InlineData("When the mains fails\nAnd the mains fails for 5 seconds", "the mains is off already")]
    [InlineData("When the mains fails for 0.5 seconds",
        "the mains fails for 1 second or more; for less: the mains dips for 300 milliseconds")]
    [InlineData("When the mains dips to 230 V for 300 milliseconds", "the mains has 230 V: it cannot dip to 230 V")]
    [InlineData("When the mains fails\nAnd the mains flickers 3 times within 1 second",
        "the mains is off: it cannot flicker")]
    [InlineData("When the cover is closed", "the cover is closed already")]
    [InlineData("When the cover is opened\nAnd the cover is opened", "the cover is open already")]
    [InlineData("When 1 second passes\nThen line 3 reads \"x\"",
        "the display of this meter has 2 lines, and no line 3")]
    [InlineData("Then the display does not show \"Accept\"",
        "the display and \"Accept\": nothing has happened yet; a When must come before")]
    [InlineData("When 1 second passes\nThen the display does not show \"\"", "the display shows which words?")]
    [InlineData("When 1 second passes\nThen the display does not show \"A text for a wider glass\"",
        "a line of this display has 16 characters, ")]
    [InlineData("When the mains fails\nAnd 1 second passes\nThen the display does not show \"Accept\"",
        "the display was blank all the time, which says nothing about \"Accept\"; write: the display is blank")]
    [InlineData("When 1 second passes\nThen the load switch closes within 5 seconds",
        "the load switch closes within a time: it is closed already; write: the load switch is closed")]
    [InlineData("When the mains fails\nThen the load switch opens within 5 seconds",
        "the mains is off: no meter moves its switch")]
    public void What_makes_no_sense_when_it_runs_says_nothing_about_the_meter(string steps, string expected)
    {
        var result = MeterTrial.RunOne(["Given the meter holds 7.0 kWh", .. steps.Split('\n')]);
        Assert.Equal(Verdict.Undefined, result.Verdict);
        Assert.StartsWith(expected, result.Message);
    }

    [Theory]
    [InlineData("Then the display shows \"Accept\" for 2 seconds",
        "the display showed \"Accept\" for 2.4 s and still stands there, not for 2.0 s")]
    [InlineData("Then the display shows \"Accept\" for at least 5 seconds",
        "the display showed \"Accept\" for 2.9 s and was gone, not for at least 5.0 s")]
    [InlineData("Then the display shows \"Credit\" within 1 second", "the display never showed \"Credit\"; it showed ")]
    [InlineData("Then the display does not show \"Accept\"", "the display showed \"Accept\": \"Accept\"")]
    [InlineData("Then line 1 reads \"Reject\"", "line 1 reads \"Accept\", not \"Reject\"")]
    [InlineData("Then the display is blank", "the display is not blank")]
    [InlineData("Then the credit is unchanged", "the meter holds 8.0 kWh, not 7.0 kWh")]
    [InlineData("Then the meter holds at least 8.1 kWh", "the meter holds 8.0 kWh, not at least 8.1 kWh")]
    [InlineData("Then the meter refuses it as locked", "the meter refuses it as locked: instead it accepted it")]
    [InlineData("Then the tamper is latched", "the tamper is not latched")]
    [InlineData("Then the base date is 2014", "the base date is 1993, not 2014")]
    [InlineData("Then the key type is DITK", "the key type is DUTK, not DITK")]
    [InlineData("Then the supply group is 654321", "the supply group is 123456, not 654321")]
    [InlineData("Then the tariff index is 02", "the tariff index is 01, not 02")]
    [InlineData("Then the power limit is 5000 W", "the meter has no power limit, not one of 5000 W")]
    [InlineData("Then the energy delivered is 0.1 kWh", "the energy delivered is 0.0 kWh, not 0.1 kWh")]
    [InlineData("Then the load switch opens within 5 seconds", "the load switch is not open after 5 s")]
    public void A_promise_the_meter_breaks_is_a_failure_that_says_what_it_did(string step, string expected)
    {
        var result = MeterTrial.RunOne(
            "Given the meter holds 7.0 kWh", "And a 1.0 kWh credit token", "When the customer keys in the token", step);
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.StartsWith(expected, result.Message);
    }

    [Fact]
    public void A_latched_tamper_is_a_state_before_and_a_promise_after() => Assert.Equal(
        (Verdict.Failed, "the tamper is latched"),
        MeterTrial.RunOne("Given the tamper is latched", "Then the tamper is latched", "And the tamper is not latched")
            is var result ? (result.Verdict, result.Message) : default);

    [Fact]
    public void A_cover_that_no_meter_saw_open_makes_a_scenario_invalid() => Assert.Equal(
        (Verdict.Invalid, "the fault \"the cover is opened\" did not strike: the meter had no mains while it was open"),
        MeterTrial.RunOne("When the mains fails", "And the cover is opened", "Then the tamper is not latched")
            is var result ? (result.Verdict, result.Message) : default);

    [Fact]
    public void A_key_in_the_middle_of_a_token_that_finds_no_mains_makes_a_scenario_invalid() => Assert.Equal(
        Verdict.Invalid,
        MeterTrial.RunOne(
            "Given a 1.0 kWh credit token", "When the customer types the first 7 digits of the token",
            "And the mains fails", "And the customer keys in the remaining digits").Verdict);

    [Theory]
    [InlineData("landis-gyr")]
    [InlineData("generic")]
    public void A_token_in_parts_is_a_token_with_Enter_or_without(string profile) => MeterTrial.Passes(
        $"Given a meter with profile \"{profile}\"", "And a 1.0 kWh credit token",
        "When the customer types the first 20 digits of the token", "And 1 second passes",
        profile == "generic" ? "And the customer keys in the remaining digits" : "And 1 second passes",
        "Then the meter holds 1.0 kWh");

    [Fact]
    public void What_was_typed_by_a_meter_without_Enter_has_no_rest() => Assert.StartsWith(
        "all digits were typed, and this meter has no Enter key",
        MeterTrial.RunOne(
            "Given a meter with profile \"landis-gyr\"", "And a 1.0 kWh credit token",
            "When the customer types the first 20 digits of the token", "And the customer keys in the remaining digits")
            .Message);

    [Fact]
    public void The_credit_last_said_is_the_one_of_the_last_promise_kept() => MeterTrial.Passes(
        "Given the meter holds 7.0 kWh", "And a 1.0 kWh credit token", "When the customer keys in the token",
        "Then the meter holds 8.0 kWh", "When the customer keys in the token", "Then the credit is unchanged");
}

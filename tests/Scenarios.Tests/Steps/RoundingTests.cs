using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>
/// A token cannot carry every amount (docs/sts.md): where that is why a promise fails, the failure says so.
/// </summary>
public sealed class RoundingTests
{
    private const string Why =
        ": a token cannot carry every amount, and is made for the next larger one that it can";

    private static readonly string[] Money =
        ["Given a meter with:", "| name | value |", "| profile | money |", "And the meter holds 100.00 in currency"];

    [Fact]
    public void Money_that_a_token_rounds_up_is_explained() => Assert.Equal(
        "the meter holds 350.03 KES, not 350.00 KES; mind that the token of 250.00 carries 250.02624" + Why,
        Message([
            .. Money, "And a credit token of 250.00 in currency", "When the customer keys in the token",
            "Then the meter holds 350.00 in currency",
        ]));

    [Fact]
    public void Energy_that_a_token_rounds_up_is_explained_once_for_each_amount() => Assert.Equal(
        "the meter holds 4002.8 kWh, not 4001.0 kWh; mind that the token of 2000.5 kWh carries 2001.4 kWh" + Why,
        Message(
            "Given a 2000.5 kWh credit token \"A\"", "And a 2000.5 kWh credit token \"B\"",
            "When the customer keys in token \"A\"", "And the customer keys in token \"B\"",
            "Then the meter holds 4001.0 kWh"));

    [Fact]
    public void A_limit_that_a_token_rounds_up_is_explained() => Assert.Equal(
        "the load switch is closed, not open; mind that the token of 20000 W carries 20004 W" + Why,
        Message(
            "Given the meter holds 500.0 kWh", "And a maximum power limit token of 20000 W",
            "When the customer keys in the token", "And the load draws 20003 W for 2 minutes",
            "Then the load switch is open"));

    [Fact]
    public void Where_nothing_was_rounded_nothing_is_explained() => Assert.Equal(
        "the meter holds 100.16 KES, not 100.17 KES",
        Message([
            .. Money, "And a credit token of 0.16 in currency", "When the customer keys in the token",
            "Then the meter holds 100.17 in currency",
        ]));

    [Theory]
    [InlineData("| encryption | EA11 |", "| key derivation | DKGA02 |", "the vending station refuses: ")]
    [InlineData("| vending key | abababababababab9494949494949494 |", "| key type | DUTK |",
        "the vending station refuses: DKGA02 takes a vending key of 64 bits, not 128")]
    public void A_key_that_no_station_makes_is_the_mistake_of_the_scenario(string row, string other, string message)
    {
        var result = MeterTrial.RunOne("Given a meter with:", "| name | value |", row, other, "When 1 minute passes");
        Assert.Equal(Verdict.Undefined, result.Verdict);
        Assert.StartsWith(message, result.Message);
    }

    [Theory]
    [InlineData("money", "999999999.00 in currency",
        "a meter of profile \"money\" holds 100000.00 KES at most, not 999999999.00 KES")]
    [InlineData("money", "1.0 kWh", "a meter of profile \"money\" counts money and holds no kWh")]
    [InlineData("generic", "1.00 in currency", "a meter of profile \"generic\" counts kWh and holds no money")]
    public void Credit_that_no_such_meter_holds_is_told_in_its_unit(string profile, string credit, string message)
    {
        var result = MeterTrial.RunOne(
            "Given a meter with:", "| name | value |", $"| profile | {profile} |", $"And the meter holds {credit}",
            "When 1 minute passes");
        Assert.Equal((Verdict.Undefined, message), (result.Verdict, result.Message));
    }

    private static string? Message(params IReadOnlyList<string> lines) => MeterTrial.RunOne(lines).Message;
}

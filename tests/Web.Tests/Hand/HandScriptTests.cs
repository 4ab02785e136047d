using HilBench.Scenarios;
using HilBench.Web.Hand;

namespace HilBench.Web.Tests.Hand;

/// <summary>Deeds become sentences.</summary>
public class HandScriptTests
{
    [Fact]
    public void Keys_that_follow_each_other_are_one_sentence()
    {
        var script = new HandScript();
        foreach (var key in "12#") script.AddKey(key, _ => null);
        script.Add(new SaidStep(StepKind.When, "the mains fails"));
        script.AddKey('4', _ => null);
        Assert.Equal(
            [
                "When the customer presses \"1 2 #\"", "When the mains fails", "When the customer presses \"4\"",
            ],
            script.Steps.Select(step => step.Line));
    }

    [Fact]
    public void Keys_that_are_a_token_of_the_tray_say_which()
    {
        var script = new HandScript();
        foreach (var key in "123#5")
            script.AddKey(key, keys => keys == "123#" ? "the customer keys in token \"A\"" : null);
        Assert.Equal(
            ["When the customer keys in token \"A\"", "When the customer presses \"5\""],
            script.Steps.Select(step => step.Line));
    }

    [Fact]
    public void A_scenario_says_And_where_the_kind_stays_the_same()
    {
        var text = FeatureText.Feature(
            "By hand", "A title",
            [
                new SaidStep(StepKind.Given, "a meter with:", ["| name | value |", "| profile | clou |"]),
                new SaidStep(StepKind.Given, "the meter holds 1.0 kWh"),
                new SaidStep(StepKind.When, "the mains fails"),
                new SaidStep(StepKind.Then, "the display reads:", ["\"\"\"", "a", "\"\"\""]),
            ]);
        Assert.Equal(
            """"
            Feature: By hand

              Scenario: A title
                Given a meter with:
                  | name | value |
                  | profile | clou |
                And the meter holds 1.0 kWh
                When the mains fails
                Then the display reads:
                  """
                  a
                  """

            """".ReplaceLineEndings("\n"), text);
    }

    [Theory]
    [InlineData(TokenKind.Credit, false, "Given a 25.6 kWh credit token \"B\"")]
    [InlineData(TokenKind.Credit, true, "Given a credit token \"B\" of 25.60 in currency")]
    [InlineData(TokenKind.KeyChange, false, "Given the two key change codes \"B\" to key revision 2 on base date 2014")]
    [InlineData(TokenKind.ClearTamper, false, "Given a clear tamper token \"B\"")]
    [InlineData(TokenKind.PowerLimit, false, "Given a maximum power limit token \"B\" of 5000 W")]
    [InlineData(TokenKind.Test, false, "Given the token for test 0")]
    public void An_order_at_the_counter_is_a_sentence(TokenKind kind, bool isCurrency, string sentence)
    {
        Assert.Equal(sentence, new TokenOrder { Kind = kind }.Step("B", isCurrency).Line);
    }

    [Fact]
    public void A_meter_of_another_profile_is_described_by_a_table()
    {
        var steps = new MeterOrder { Profile = "clou", KeyRevision = 2, Credit = 0 }.Steps(isCurrency: false);
        Assert.Equal(
            "Given a meter with:\n| name | value |\n| profile | clou |\n| key revision | 2 |",
            Assert.Single(steps).Line);
    }
}

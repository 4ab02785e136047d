using HilBench.Lab.Told;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.World;

namespace HilBench.Lab.Tests.Told;

public sealed class SheetRulesTests
{
    private const string Before = "Feature: F\n  Scenario: S\n    Given a meter with\n      | ";

    [Theory]
    [InlineData("profile | /etc/passwd")]
    [InlineData("profile | ../secret.json")]
    [InlineData("profile | mine.json")]
    [InlineData(@"profile | a\\b")]
    public void A_scenario_for_a_lab_names_no_file(string row)
    {
        var wrong = Assert.Throws<FeatureMistakesException>(() => SheetRules.Demand(Cases(row)));
        Assert.StartsWith("f.feature:3: a scenario for a lab names a profile by its name", wrong.Message);
    }

    [Fact]
    public void A_profile_by_its_name_may_go_anywhere() => SheetRules.Demand(Cases("profile | clou"));

    [Fact]
    public void A_vending_key_in_a_feature_is_found()
    {
        Assert.Equal("f.feature:3", SheetRules.PlaceOfSecret(Cases("vending key | abababababababab")));
        Assert.Null(SheetRules.PlaceOfSecret(Cases("profile | clou")));
    }

    private static IReadOnlyList<ScenarioCase> Cases(string row)
    {
        using var engine = StepEngine.Of([typeof(Bench).Assembly]);
        return FeatureReader.Parse(new StringReader($"{Before}{row} |\n"), "f.feature", engine);
    }
}

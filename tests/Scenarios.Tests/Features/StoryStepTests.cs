using HilBench.Scenarios.Features;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Features;

/// <summary>Steps below a rule or feature whose scenario was forgotten, in all forms of a list.</summary>
public sealed class StoryStepTests
{
    private const string Scenario = "  Scenario: s\n    When the mains fails\n";

    [Theory]
    [InlineData("* Given the meter holds 10.0 kWh\n  * When the mains fails\n  * Then the meter holds 99.0 kWh", 3)]
    [InlineData("- Given the meter holds 10.0 kWh\n  - When the mains fails\n  - Then the meter holds 99.0 kWh", 3)]
    [InlineData("1. Given the meter holds 10.0 kWh\n  2. When the mains fails\n  3. Then the key revision is 1", 3)]
    [InlineData("* When the mains fails", 1)]
    [InlineData("* the meter holds 99.0 kWh", 1)]
    [InlineData("the meter holds 99.0 kWh", 1)]
    [InlineData("The meter holds 99.0 kWh.", 1)]
    [InlineData("Meter holds 99.0 kWh", 1)]
    [InlineData("*the meter holds 99.0 kWh", 1)]
    [InlineData("1.Then the meter refuse it", 1)]
    [InlineData("THEN THE METER HOLDS 99.0 KWH", 1)]
    [InlineData("- [ ] Given the meter holds 10.0 kWh\n  - [x] When the mains fails", 2)]
    [InlineData("> Given the meter holds 10.0 kWh\n  > When the mains fails", 2)]
    [InlineData("**Given** the meter holds 10.0 kWh\n  **When** the mains fails", 2)]
    [InlineData("Customer keys in the token\n  Meter accepts it", 2)]
    [InlineData("This rule matters.\n  Then the meter accepts it", 1)]
    [InlineData("the mains fails\n  the meter holds 99.0 kWh", 2)]
    [InlineData("- the mains fails\n  - the mains returns", 2)]
    [InlineData("Then the meter hold 99.0 kWh", 1)]
    [InlineData("Then the meter refuse it", 1)]
    [InlineData("- Then the meter refuse it", 1)]
    [InlineData("Thne the meter hold 99.0 kWh", 1)]
    [InlineData("What counts here:\n  Then the meter hold 99.0 kWh", 1)]
    [InlineData("* Given nobody knows this\n  * When nobody knows this either", 2)]
    public void A_list_of_steps_is_a_scenario_without_its_title(string lines, int count)
    {
        foreach (var (title, word) in new[] { ("", "feature"), (" Rule: r\n  ", "rule") })
        {
            var mistakes = Mistakes($"Feature: f\n  {title}{lines}\n\n{Scenario}");
            Assert.Equal(count, mistakes.Count);
            Assert.All(mistakes, mistake => Assert.EndsWith(
                $"stands in the description of the {word}, so it would never run; "
                + "write \"Background:\" or \"Scenario:\" above it",
                mistake));
        }
    }

    [Theory]
    [InlineData("The meter refuses it as used")]
    [InlineData("The mains fails.")]
    [InlineData("What was bought must survive.\n  When the mains fails, the meter must have stored it.")]
    [InlineData("When the customer keys in the token, all is well.")]
    [InlineData("It must be so:\n\n  - the meter refuses it as used\n  - the meter holds 15.0 kWh")]
    [InlineData("- When in doubt, ask the utility\n  - the other way round")]
    [InlineData("1. Buy a token.\n  2. Then key it in.")]
    public void A_story_in_a_list_is_left_alone(string story)
    {
        Assert.Single(Trial.Read($"Feature: f\n  {story}\n\n{Scenario}", MeterTrial.Sentences));
        Assert.Single(Trial.Read($"Feature: f\n Rule: r\n  {story}\n\n{Scenario}", MeterTrial.Sentences));
    }

    private static IReadOnlyList<string> Mistakes(string feature) =>
        Assert.Throws<FeatureMistakesException>(() => Trial.Read(feature, MeterTrial.Sentences)).Mistakes;
}

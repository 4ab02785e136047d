using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

public sealed class CaseBuilderTests
{
    private const string Meal = """
        @food
        Feature: Meals

          Background:
            Given a <dish> table

          @early
          Scenario: Breakfast
            with tea
            When somebody eats

          @outline
          Scenario Outline: <dish> for <guests>
            Given <guests> plates:
              | dish   | <dish> |
              | guests | <guests> |
            When the menu says:
              ```
              <dish>
                for <guests>, not <nobody>
              ```

            @cheap
            Examples: cheap ones
              | dish | guests |
              | soup | 2      |
              | rice | <dish> |

            @dear
            Examples:
              | guests | dish |
              | 7      | fish |

          @late
          Rule: At night
            Background:
              Given candles

            @early @dark
            Scenario Outline: Supper
              When <what> comes
              Examples:
                | what |
                | cake |
                | wine |

          Rule: By day
            Example: Lunch
              When somebody eats
        """;

    private static readonly IReadOnlyList<ScenarioCase> Cases = Trial.Read(Meal);

    [Fact]
    public void Every_scenario_and_every_example_row_is_one_case() => Assert.Equal(
        [
            "trial.feature:8 Breakfast", "trial.feature:26 soup for 2", "trial.feature:27 rice for <dish>",
            "trial.feature:32 fish for 7", "trial.feature:44 Supper (cake)", "trial.feature:45 Supper (wine)",
            "trial.feature:48 Lunch",
        ],
        Cases.Select(scenario => $"{scenario.Place} {scenario.Title}"));

    [Fact]
    public void A_case_is_selected_by_its_row_and_by_its_outline() => Assert.Equal(
        ["8", "26,13", "27,13", "32,13", "44,40", "45,40", "48"],
        Cases.Select(scenario => string.Join(',', scenario.Lines)));

    [Fact]
    public void A_case_knows_its_feature_its_rule_and_its_description()
    {
        Assert.All(Cases, scenario => Assert.Equal("Meals", scenario.Feature));
        Assert.Equal(
            [null, null, null, null, "At night", "At night", "By day"], Cases.Select(scenario => scenario.Rule));
        Assert.Equal("with tea", Cases[0].Description);
        Assert.Equal("", Cases[1].Description);
    }

    [Fact]
    public void Tags_of_feature_rule_scenario_and_examples_are_inherited_once_each() => Assert.Equal(
        [
            "food early", "food outline cheap", "food outline cheap", "food outline dear",
            "food late early dark", "food late early dark", "food",
        ],
        Cases.Select(scenario => string.Join(' ', scenario.Tags)));

    [Fact]
    public void A_scenarios_own_tags_include_those_of_its_examples() => Assert.Equal(
        ["early", "outline cheap", "outline cheap", "outline dear", "early dark", "early dark", ""],
        Cases.Select(scenario => string.Join(' ', scenario.OwnTags)));

    [Fact]
    public void Backgrounds_of_the_feature_and_of_the_rule_come_first_and_stay_within_their_rule()
    {
        Assert.Equal(["a <dish> table", "somebody eats"], Texts(Cases[0]));
        Assert.Equal(["a <dish> table", "candles", "cake comes"], Texts(Cases[4]));
        Assert.Equal(["a <dish> table", "somebody eats"], Texts(Cases[6]));
        Assert.Equal([5, 37, 41], Cases[4].Steps.Select(step => step.Place.Line));
    }

    /// <summary>As in Cucumber: a background is the same for every row, so nothing in it is replaced.</summary>
    [Fact]
    public void The_values_of_a_row_stand_in_its_steps_but_not_in_the_background() =>
        Assert.Equal(["a <dish> table", "2 plates:", "the menu says:"], Texts(Cases[1]));

    [Fact]
    public void The_values_of_a_row_stand_in_tables()
    {
        var table = Cases[3].Steps[1].Table!;
        Assert.Equal(["dish", "fish"], table.Header);
        Assert.Equal(["guests", "7"], Assert.Single(table.Rows).Values);
    }

    [Fact]
    public void The_values_of_a_row_stand_in_doc_strings_whose_lines_keep_their_indent() =>
        Assert.Equal("fish\n  for 7, not <nobody>", Cases[3].Steps[2].DocString);

    [Fact]
    public void Keywords_are_kept_as_written_and_understood()
    {
        var steps = Trial.Read(Trial.Scenario("* a", "Given b", "And c", "When d", "* e", "Then f", "But g"))[0].Steps;
        Assert.Equal(["* a", "Given b", "And c", "When d", "* e", "Then f", "But g"], steps.Select(s => s.ToString()));
        Assert.Equal(
            [
                StepKind.Given, StepKind.Given, StepKind.Given, StepKind.When, StepKind.When, StepKind.Then,
                StepKind.Then,
            ],
            steps.Select(step => step.Kind));
    }

    [Fact]
    public void What_would_prove_nothing_is_a_mistake() => Assert.Equal(
        [
            "trial.feature:4: these examples have no rows, so the scenario would never run",
            "trial.feature:6: these examples have no rows, so the scenario would never run",
            "trial.feature:7: scenario \"empty\" has no steps, so it would prove nothing",
        ],
        Assert.Throws<FeatureMistakesException>(() => Trial.Read("""
            Feature: f
              Scenario Outline: o
                Given <x>
                Examples:
                  | x |
                Examples:
              Scenario: empty
            """)).Mistakes);

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n# a comment\n")]
    [InlineData("Feature: nothing in it\n")]
    public void A_text_without_scenarios_has_no_case(string text) => Assert.Empty(Trial.Read(text));

    [Theory]
    [InlineData("fr", "Fonctionnalité", "Scénario", "Étant donné que", "Et que", "Quand", "Alors")]
    [InlineData("de", "Funktionalität", "Szenario", "Angenommen", "Und", "Wenn", "Dann")]
    public void A_feature_may_be_written_in_another_language(
        string language, string feature, string scenario, string given, string and, string when, string then)
    {
        var only = Assert.Single(Trial.Read($"""
            # language: {language}
            {feature}: f
              {scenario}: s
                {given} a
                {and} b
                {when} c
                {then} d
            """));
        Assert.Equal("s", only.Title);
        Assert.Equal(["a", "b", "c", "d"], Texts(only));
        Assert.Equal(
            [StepKind.Given, StepKind.Given, StepKind.When, StepKind.Then], only.Steps.Select(step => step.Kind));
        Assert.Equal([given, and, when, then], only.Steps.Select(step => step.Keyword));
    }

    private static IEnumerable<string> Texts(ScenarioCase scenario) => scenario.Steps.Select(step => step.Text);
}

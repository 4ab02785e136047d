using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Engine;

public sealed class StepCheckTests
{
    [Fact]
    public void An_undefined_sentence_is_one_line_with_its_place_and_no_word_of_a_program() => Assert.Equal(
        [
            "trial.feature:3: no sentence \"Given 3 moons over \"Rome\"\" (hilbench steps lists all there are)",
            "trial.feature:4: no sentence \"And 4 moons\" (hilbench steps lists all there are)",
        ],
        Trial.Mistakes(Trial.Scenario("Given 3 moons over \"Rome\"", "And 4 moons"), typeof(Lamp)));

    [Fact]
    public void A_sentence_that_is_nearly_defined_gets_the_nearest_one() => Assert.Contains(
        "; did you mean \"the lamp is on for {int} hours\"? ",
        Trial.Mistakes(Trial.Scenario("Given the lamp was on for 3 hours"), typeof(Lamp))[0]);

    [Fact]
    public void A_sentence_that_can_be_read_in_two_ways_names_both() => Assert.Equal(
        [
            "trial.feature:3: \"When the lamp turns red\" can be read as \"the lamp turns {word}\" and as "
            + "\"the lamp turns red\"; word it so that only one of them fits",
        ],
        Trial.Mistakes(Trial.Scenario("When the lamp turns red"), typeof(Lamp)));

    [Fact]
    public void A_sentence_that_is_defined_twice_says_so() => Assert.Equal(
        ["trial.feature:3: the sentence \"anything\" is defined 2 times, so it is not clear which is meant"],
        Trial.Mistakes(Trial.Scenario("When anything"), typeof(Lamp), typeof(OtherLamp)));

    [Fact]
    public void A_sentence_under_the_wrong_keyword_says_under_which_it_may_stand() => Assert.Equal(
        [
            "trial.feature:3: \"the lamp turns blue\" is a When step, not a Given step",
            "trial.feature:5: \"the lamp turns blue\" is a When step, not a Then step",
        ],
        Trial.Mistakes(
            Trial.Scenario("Given the lamp turns blue", "When the lamp turns blue", "Then the lamp turns blue"),
            typeof(Lamp)));

    [Theory]
    [InlineData("Given")]
    [InlineData("When")]
    [InlineData("Then")]
    [InlineData("*")]
    [InlineData("And")]
    public void A_sentence_for_any_keyword_stands_under_any(string keyword) =>
        Assert.Equal(["any"], Trial.Passes(Trial.Scenario($"{keyword} anything"), typeof(Lamp)));

    [Fact]
    public void And_But_and_a_star_take_the_keyword_before_them() => Assert.Equal(
        ["on 1", "on 2", "on 3", "on 4"],
        Trial.Passes(
            Trial.Scenario(
                "Given the lamp is on for 1 hours", "And the lamp is on for 2 hours",
                "But the lamp is on for 3 hours", "* the lamp is on for 4 hours"),
            typeof(Lamp)));

    [Theory]
    [InlineData("Given a table:", "\"a table:\" wants a table under it")]
    [InlineData("Given a text:", "\"a text:\" wants a doc string under it")]
    [InlineData("Given a table:\n\"\"\"\nx\n\"\"\"", "\"a table:\" wants a table under it, not a doc string")]
    [InlineData("Given a text:\n| x |", "\"a text:\" wants a doc string under it, not a table")]
    [InlineData("When anything\n| x |", "\"anything\" takes nothing under it: remove the table")]
    [InlineData("When anything\n\"\"\"\nx\n\"\"\"", "\"anything\" takes nothing under it: remove the doc string")]
    [InlineData("When too few 1 2", "Lamp.TooFew takes 1 arguments, the sentence gives 2")]
    [InlineData("Given the lamp is on for 99999999999 hours",
        "\"99999999999\" is not allowed here: write a whole number from -2147483648 to 2147483647")]
    [InlineData("Given a colour pink", "\"pink\" is not allowed here: write one of Red, DarkBlue")]
    [InlineData("Given a colour 7", "\"7\" is not allowed here: write one of Red, DarkBlue")]
    [InlineData("Given a colour red,darkblue,7", "\"red,darkblue,7\" is not allowed here: write one of Red, DarkBlue")]
    [InlineData("Given these colours:\n\"\"\"\nred\nblue\n\"\"\"",
        "\"red blue\" is not allowed here: write one of Red, DarkBlue")]
    [InlineData("Given a lump of stone", "\"stone\" cannot become Version: no transformation makes one of it")]
    public void What_does_not_fit_the_method_is_one_line_with_its_place(string step, string expected) => Assert.Equal(
        [$"trial.feature:3: {expected}"], Trial.Mistakes(Trial.Scenario(step.Split('\n')), typeof(Lamp)));

    [Fact]
    public void All_mistakes_of_all_scenarios_come_together_in_the_order_of_the_file()
    {
        const string Feature = """
            Feature: trial
              Scenario: one
                Given a lump of stone
                Given the lamp is on for 1 hours
              Scenario: two
                When the lamp turns red
            """;
        Assert.Equal(
            ["trial.feature:3", "trial.feature:6"], Trial.Mistakes(Feature, typeof(Lamp)).Select(line => line[..15]));
    }

    [Fact]
    public void A_step_that_needs_what_the_rig_lacks_is_refused_by_name()
    {
        var cases = Trial.Read(Trial.Scenario("Given a loud lamp", "And a lamp in a hall"));
        var engine = StepEngine.Of(typeof(Lamp), typeof(Hall));
        Assert.Single(new StepCheck(engine, ["sound", "hall"]).Check(cases));
        Assert.Single(new StepCheck(engine).Check(cases));
        Assert.Equal(
            [
                "trial.feature:3: scenario \"one\" needs sound, which this rig does not have",
                "trial.feature:4: scenario \"one\" needs hall, which this rig does not have",
            ],
            Assert.Throws<FeatureMistakesException>(() => new StepCheck(engine, ["light"]).Check(cases)).Mistakes);
    }

    [Fact]
    public void Simple_types_are_made_in_the_invariant_culture() => Assert.Equal(
        ["DarkBlue 1.5 2024-11-20 01:30:00 True x"],
        Trial.Passes(Trial.Scenario("Given dark blue, 1.5, '2024-11-20', '01:30', true, x"), typeof(Lamp)));

    [Binding]
    public sealed class Lamp(Diary diary)
    {
        public enum Colour
        {
            Red,
            DarkBlue,
        }

        [Given("the lamp is on for {int} hours")]
        public void IsOn(int hours) => diary.Add($"on {hours}");

        [When("the lamp turns {word}")]
        public void Turns(string colour) => diary.Add(colour);

        [When("the lamp turns red")]
        public void TurnsRed() => diary.Add("red");

        [StepDefinition("anything")]
        public void Anything() => diary.Add("any");

        [Given("a table:")]
        public void Table(DataTable table) => diary.Add($"{table.RowCount}");

        [Given("a text:")]
        public void Text(string text) => diary.Add(text);

        [When("too few {int} {int}")]
        public void TooFew(int one) => diary.Add($"{one}");

        [Given("a colour {word}")]
        [Given("these colours:")]
        public void Is(Colour colour) => diary.Add($"{colour}");

        [Given("a lump of {word}")]
        public void Made(Version version) => diary.Add($"{version}");

        [Needs("sound")]
        [Given("a loud lamp")]
        public void Loud() => diary.Add("loud");

        [Given("{}, {double}, {string}, {string}, {word}, {word}")]
        public void All(Colour colour, double number, DateTime day, TimeSpan time, bool yes, char? letter) => diary.Add(
            FormattableString.Invariant($"{colour} {number} {day:yyyy-MM-dd} {time} {yes} {letter}"));
    }

    [Binding]
    public sealed class OtherLamp
    {
        [StepDefinition("anything")]
        public void Anything() => Assert.Fail("it is only bound");
    }

    [Binding]
    [Needs("hall")]
    public sealed class Hall
    {
        [Given("a lamp in a hall")]
        public void Stands() => Assert.Fail("it is only bound");
    }
}

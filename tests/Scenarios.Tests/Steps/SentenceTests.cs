using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>The bench's own sentences: which uses they refuse, before anything runs or during the scenario.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("Given the meter holds 1.25 kWh", "1.25 kWh is finer than 0.1 kWh, which no meter counts")]
    [InlineData("Given the meter holds -1 kWh", "\"-1\" is not an amount of kWh; write it like 25.6")]
    [InlineData("Given the meter holds 79228162514264337593543950335 kWh",
        "79228162514264337593543950335 kWh is more than any token or meter holds")]
    [InlineData("Given the meter holds 99999999999999999999999999999999 kWh",
        "99999999999999999999999999999999 kWh is more than any token or meter holds")]
    [InlineData("Given a meter with key revision 10 on base date 1993",
        "a key revision must be a whole number from 1 to 9, not \"10\"")]
    [InlineData("Given a meter with key revision 1 on base date 1999",
        "a base date must be 1993, 2014 or 2035, not \"1999\"")]
    [InlineData("Given a maximum power limit token of 1000001 W",
        "watts must be 0 to 1,000,000, not 1,000,001")]
    [InlineData("Given a 1 kWh credit token issued at \"noon\"",
        "a time must be written like \"2024-11-24 20:16\", not \"noon\"")]
    [InlineData("Given a 1 kWh credit token issued at \"2024-13-01 00:00\"", "there is no month 13: they are 01 to 12")]
    [InlineData("When the clock reaches \"2024-02-30 00:00\"",
        "there is no 30 February 2024: the month has 29 days")]
    [InlineData("Given the six key change codes to key revision 2 on base date 2014",
        "\"six\" is not a number of codes in a set; allowed: two, three, four")]
    [InlineData("When the customer keys in \"12x\"",
        "only digits, with blanks between them, can be keyed in, not \"x\" as in \"12x\"")]
    [InlineData("When the customer presses \"A\"", "a keypad has the keys 0 to 9, *, # and i, not \"A\"")]
    [InlineData("Then the load switch is shut", "\"shut\" is not a place of a load switch; allowed: open, closed")]
    [InlineData("Then the blue LED is on",
        "an LED of the meter is low-credit, load or fault, not \"blue\"")]
    [InlineData("Then the load LED is lit", "an LED is on, off or blinking, not \"lit\"")]
    [InlineData("Then the buzzer gives 1 medium beep", "a beep is short or long, not \"medium\"")]
    [InlineData("Given a meter with:\n| name |\n| base date |",
        "the columns must be name and value, not name")]
    [InlineData("Given a meter with:\n| name | value |",
        "the table has no row under its columns, so it changes nothing")]
    [InlineData("Given a 1 kWh credit token for a meter with:\n| name | value |",
        "the table has no row under its columns, so it changes nothing")]
    [InlineData("Given a meter with:\n| name | value |\n| key revision | x |",
        "key revision: a key revision must be a whole number from 1 to 9, not \"x\"")]
    [InlineData("Given the keys bounce for 5 milliseconds",
        "scenario \"one\" needs contacts, which this rig does not have")]
    public void What_can_be_seen_to_be_wrong_is_refused_before_anything_runs(string step, string expected) =>
        Assert.Equal([$"trial.feature:3: {expected}"], MeterTrial.Mistakes(step.Split('\n')));

    [Theory]
    [InlineData("When the customer keys in the token", "there is no token yet: ")]
    [InlineData("When the customer keys in token \"A\"", "there is no token \"A\": none was given a name")]
    [InlineData("When the customer keys in code 1", "there are no codes yet: ")]
    [InlineData("When the customer keys in code 1 of \"A\"", "there are no codes \"A\": none was given a name")]
    [InlineData("When the customer holds \"12\" for 100 milliseconds", "this is about one key, not about 12")]
    [InlineData("When the key \"56\" gets stuck", "this is about one key, not about 56")]
    [InlineData("When the key \"56\" comes loose", "this is about one key, not about 56")]
    [InlineData("Given the token for test 29 of maker 100",
        "there is no test 29: this kind of token has tests 0 (all) to 28")]
    [InlineData("When the clock reaches \"9999-12-31 23:59\"", "no step takes more than 100 years")]
    [InlineData("Then the display shows \"\"", "the display shows which words?")]
    [InlineData("Then the display shows \"A text for a wider glass\"",
        "a line of this display has 16 characters, \"A text for a wider glass\" has 24")]
    [InlineData("Then the display shows \"\u0001\"",
        "no display can show character 1 of this text, a control character (U+0001)")]
    [InlineData("Then the display shows \"1.0\u00A0kWh\"",
        "no display can show character 4 of this text, a space that is not an ordinary one (U+00A0)")]
    [InlineData("Then the display shows \"it\u2019s\"",
        "no display can show character 3 of this text, a typographic quote (U+2019)")]
    [InlineData("Then the display reads:\n\"\"\"\n1.0 kWh\u200B\n\"\"\"",
        "no display can show character 8 of this text, an invisible character (U+200B)")]
    [InlineData("Then the display reads:\n\"\"\"\n5.0 kWh             left\n\"\"\"",
        "a line of this display has 16 characters, ")]
    [InlineData("When the clock reaches \"2024-11-01 07:59\"", "the clock is past that: it is 2024-11-01 08:00")]
    [InlineData("When the mains returns", "the mains is on: it has not failed before")]
    [InlineData("When the mains fails\nAnd the mains fails", "the mains is off already")]
    [InlineData("When the key \"5\" comes loose", "the key 5 is not stuck: it cannot come loose")]
    [InlineData("When the key \"5\" gets stuck\nAnd the key \"6\" comes loose",
        "the key 6 is not stuck: it cannot come loose")]
    [InlineData("When the key \"5\" gets stuck\nAnd the key \"5\" gets stuck", "the key 5 is stuck already")]
    [InlineData("When both copies of the memory are spoilt", "the memory is only spoilt while the mains is off")]
    [InlineData("Then the display reads:\n\"\"\"\n1\n2\n3\n\"\"\"", "the display has 2 lines, the text 3")]
    [InlineData("Given the four key change codes to key revision 2 on base date 2014",
        "a key change under EA07 has two codes, or three with the supply group")]
    public void What_makes_no_sense_when_it_runs_says_nothing_about_the_meter(string step, string expected)
    {
        var result = MeterTrial.RunOne(step.Split('\n'));
        Assert.Equal(Verdict.Undefined, result.Verdict);
        Assert.StartsWith(expected, result.Message);
    }

    [Theory]
    [InlineData("Then the buzzer gives 2 short beeps", "the buzzer gives 2 short beeps: instead it gave 1 short beep")]
    [InlineData("Then the buzzer gives 1 long beep", "the buzzer gives 1 long beep: instead it gave 1 short beep")]
    [InlineData("Then the buzzer stays silent", "the buzzer stays silent: instead it gave 1 short beep")]
    [InlineData("Then the fault LED is blinking", "the fault LED is blinking: instead it is off")]
    [InlineData("Then the low-credit LED is off", "the low-credit LED is off: instead it is on")]
    public void What_was_heard_and_seen_of_the_front_stands_in_the_verdict(string step, string expected)
    {
        var result = MeterTrial.RunOne("When the customer presses \"5\"", step);
        Assert.Equal((Verdict.Failed, expected), (result.Verdict, result.Message));
    }

    [Fact]
    public void A_meter_that_says_nothing_is_told_as_silent()
    {
        var result = MeterTrial.RunOne("When 1 minute passes", "Then the buzzer gives 1 long beep");
        Assert.Equal("the buzzer gives 1 long beep: instead it was silent", result.Message);
        result = MeterTrial.RunOne(
            "Given a meter with:", "| name | value |", "| profile | landis-gyr |",
            "When the customer presses \"5\"", "Then the buzzer sounds at each key");
        Assert.Equal("the buzzer sounds at each key: it was silent at '5'", result.Message);
    }

    [Fact]
    public void A_meter_cannot_be_described_once_it_is_used() => Assert.Equal(
        "the meter must be described before tokens are sold to it or it is used",
        MeterTrial.RunOne("When 1 second passes", "Given a meter with key revision 1 on base date 1993").Message);

    [Fact]
    public void The_sentences_of_the_bench_keep_their_promise_on_the_model_alone() => MeterTrial.Passes(
        "Given a meter with:", "| name | value |", "| key revision | 1 |", "And the meter holds 10.0 kWh",
        "And a 25.6 kWh credit token \"A\" issued at \"2024-11-01 07:00\"",
        "And the two key change codes to key revision 2 on base date 2014",
        "When the customer keys in token \"A\"", "Then the meter accepts it", "And the display shows \"Accept\"",
        "And the meter holds 35.6 kWh", "When the customer keys in token \"A\"", "Then the meter refuses it as used",
        "When the customer keys in code 2", "Then the meter asks for the other code",
        "When the customer keys in code 1", "Then the key revision is 2", "When the mains fails",
        "And the mains returns", "Then the meter holds 35.6 kWh", "When the load draws 1500 W for 2 hours",
        "Then the meter holds 32.6 kWh", "And the load switch is closed",
        "When the customer keys in \"1844 6744 0738 4377 2416\"", "Then the meter accepts it");

    [Fact]
    public void A_display_that_never_showed_a_word_is_told_picture_by_picture() => Assert.Equal(
        "the display never showed \"Thanks\"; it showed \"Accept\", then \"Credit / 26.6 kWh\", then \"26.6 kWh\"",
        MeterTrial.RunOne(
            "Given the meter holds 1.0 kWh", "And a 25.6 kWh credit token", "When the customer keys in the token",
            "Then the display shows \"Thanks\"").Message);

    [Fact]
    public void Only_the_last_pictures_of_a_long_story_are_told()
    {
        const string everyTest = "When the customer keys in \"5649 3153 7254 5031 3471\"";
        var message = MeterTrial.RunOne(everyTest, "And 50 seconds pass", "Then the display shows \"Thanks\"").Message!;
        Assert.StartsWith("the display never showed \"Thanks\"; it showed (the last 6 pictures) \"", message);
        Assert.Equal(6, message.Split(", then ").Length);
    }

    [Theory]
    [InlineData("Then the meter accepts it", "the meter accepts it: instead it gave no answer")]
    [InlineData("Then the meter refuses it", "the meter refuses it: instead it gave no answer")]
    public void A_meter_that_was_given_something_and_says_nothing_is_wrong(string step, string expected)
    {
        var result = MeterTrial.RunOne("When the customer presses \"1 2\"", step);
        Assert.Equal((Verdict.Failed, expected), (result.Verdict, result.Message));
    }

    [Theory]
    [InlineData("Then the meter accepts it", "the meter accepts it: nothing was keyed in; ")]
    [InlineData("Then the meter refuses it", "the meter refuses it: nothing was keyed in; ")]
    [InlineData("Then the meter refuses it as used", "the meter refuses it as used: nothing was keyed in; ")]
    [InlineData("Then the meter refuses it as old", "the meter refuses it as old: nothing was keyed in; ")]
    [InlineData("Then the meter asks for the other code", "the meter asks for the other code: nothing was keyed in; ")]
    [InlineData("Then the buzzer gives 1 short beep", "the buzzer gives 1 short beep: nothing has happened yet; ")]
    [InlineData("Then the buzzer stays silent", "the buzzer stays silent: nothing has happened yet; ")]
    [InlineData("Then the buzzer sounds at each key", "the buzzer sounds at each key: nothing has happened yet; ")]
    public void A_promise_about_an_answer_to_nothing_says_nothing_about_the_meter(string step, string expected)
    {
        var result = MeterTrial.RunOne("Given the meter holds 7.0 kWh", step);
        Assert.Equal(Verdict.Undefined, result.Verdict);
        Assert.StartsWith(expected, result.Message);
    }

    [Theory]
    [InlineData("Then the meter accepts it", "the meter accepts it: nothing was keyed in; ")]
    [InlineData("Then the buzzer sounds at each key", "the buzzer sounds at each key: no key was pressed before")]
    public void A_promise_about_keys_that_nobody_pressed_says_nothing_about_the_meter(string step, string expected)
    {
        var result = MeterTrial.RunOne("When 1 second passes", step);
        Assert.Equal(Verdict.Undefined, result.Verdict);
        Assert.StartsWith(expected, result.Message);
    }

    [Theory]
    [InlineData("Then the meter holds 1.0 kWh", "the meter holds 7.0 kWh, not 1.0 kWh")]
    [InlineData("Then the key revision is 2", "the key revision is 1, not 2")]
    [InlineData("Then the load switch is open", "the load switch is closed, not open")]
    [InlineData("Then the display shows \"7\"", "the display never showed \"7\"; it showed \"7.0 kWh\"")]
    [InlineData("Then the display reads:\n\"\"\"\n7.0\n\"\"\"", "the display reads something else")]
    public void A_promise_the_meter_breaks_is_a_failure_that_says_what_it_did(string step, string expected)
    {
        var result = MeterTrial.RunOne(
            ["Given the meter holds 7.0 kWh", "When 1 second passes", .. step.Split('\n')]);
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Equal(expected, result.Message);
    }
}

using HilBench.Scenarios.Binding.Expressions;

namespace HilBench.Scenarios.Tests.Binding.Expressions;

public sealed class CucumberExpressionTests
{
    [Theory]
    [InlineData("{int}", "-42", "-42")]
    [InlineData("{int}", "007", "007")]
    [InlineData("{int}", "99999999999999999999", "99999999999999999999")]
    [InlineData("{long}", "9223372036854775807", "9223372036854775807")]
    [InlineData("{byte}", "255", "255")]
    [InlineData("{float}", "1.5", "1.5")]
    [InlineData("{double}", "-.5", "-.5")]
    [InlineData("{double}", "+6.02E23", "+6.02E23")]
    [InlineData("{decimal}", "25.60", "25.60")]
    [InlineData("{decimal}", "12", "12")]
    [InlineData("{word}", "closed,now", "closed,now")]
    [InlineData("{string}", "\"two words\"", "two words")]
    [InlineData("{string}", "'two words'", "two words")]
    [InlineData("{string}", "\"\"", "")]
    [InlineData("{string}", "\"say \\\"yes\\\"\"", "say \"yes\"")]
    [InlineData("{string}", "'it\\'s'", "it's")]
    [InlineData("{string}", "\"it's\"", "it's")]
    [InlineData("{string}", @"""C:\new\\""", @"C:\new\")]
    [InlineData("{word}", @"C:\\x", @"C:\\x")]
    [InlineData("{}", @"any \\thing at all", @"any \\thing at all")]
    [InlineData("{}", "", "")]
    public void A_parameter_takes_the_words_of_its_type_as_they_are_meant(
        string expression, string words, string given) =>
        Assert.Equal((string[])[given], Match($"it is {expression}", $"it is {words}"));

    [Theory]
    [InlineData("{int}", "1.5")]
    [InlineData("{int}", "+1")]
    [InlineData("{int}", "")]
    [InlineData("{byte}", "x")]
    [InlineData("{decimal}", "1.")]
    [InlineData("{decimal}", "1,5")]
    [InlineData("{float}", "-")]
    [InlineData("{word}", "two words")]
    [InlineData("{word}", "")]
    [InlineData("{string}", "bare")]
    [InlineData("{string}", "\"open")]
    [InlineData("{string}", "\"a\" \"b\"")]
    public void Words_of_another_kind_are_another_sentence(string expression, string words) =>
        Assert.Null(Match($"it is {expression}", $"it is {words}"));

    [Theory]
    [InlineData("{int} second(s) pass(es)", "1 second passes", true)]
    [InlineData("{int} second(s) pass(es)", "2 seconds pass", true)]
    [InlineData("{int} second(s) pass(es)", "2 secondss pass", false)]
    [InlineData("a(n) apple", "an apple", true)]
    [InlineData("three (blind )mice", "three mice", true)]
    [InlineData("three (blind )mice", "three blind mice", true)]
    [InlineData("a (.) b", "a . b", true)]
    [InlineData("a (.) b", "a x b", false)]
    [InlineData("key/code {int}", "key 1", true)]
    [InlineData("key/code {int}", "code 1", true)]
    [InlineData("key/code {int}", "keycode 1", false)]
    [InlineData("key/code {int}", "key/code 1", false)]
    [InlineData("mouse(s)/mice run", "mice run", true)]
    [InlineData("mouse(s)/mice run", "mouses run", true)]
    [InlineData("the mouse/mice/rats", "the rats", true)]
    [InlineData("{int}mm/cm long", "3mm long", true)]
    [InlineData("{int}mm/cm long", "3cm long", true)]
    [InlineData("{int}mm/cm long", "cm long", false)]
    [InlineData("has a/b{int}", "has b7", true)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    public void What_is_optional_may_be_missing_and_one_choice_must_stand(
        string expression, string text, bool matches) =>
        Assert.Equal(matches, Match(expression, text) is not null);

    [Theory]
    [InlineData(@"a \(b\)", "a (b)")]
    [InlineData(@"on\/off", "on/off")]
    [InlineData(@"x\/y/z", "x/y")]
    [InlineData(@"x\/y/z", "z")]
    [InlineData(@"\{int}", "{int}")]
    [InlineData(@"a\\b", @"a\b")]
    [InlineData(@"a\ b/c", "a b")]
    [InlineData(@"a\ b/c", "c")]
    [InlineData("a) b}", "a) b}")]
    [InlineData("50% of [x] + y? ^| #5 $ not last", "50% of [x] + y? ^| #5 $ not last")]
    public void A_backslash_takes_the_meaning_and_other_signs_have_none(string expression, string text) =>
        Assert.Empty(Assert.IsType<string[]>(Match(expression, text)));

    [Theory]
    [InlineData("{number} x",
        "there is no parameter type {number}; there are {} {byte} {decimal} {double} {float} {int}")]
    [InlineData("a {int", "\"{\" is not closed")]
    [InlineData("a (b", "\"(\" is not closed")]
    [InlineData("a ()", "there is nothing between the parentheses")]
    [InlineData("a (b(c))", "\"(\" cannot stand between parentheses")]
    [InlineData("a ({int} x)", "\"{\" cannot stand between parentheses")]
    [InlineData("a (b/c)", "\"/\" cannot stand between parentheses")]
    [InlineData("a /b", "a choice between slashes is empty or optional")]
    [InlineData("a b/", "a choice between slashes is empty or optional")]
    [InlineData("a//b", "a choice between slashes is empty or optional")]
    [InlineData("a/(b)", "a choice between slashes is empty or optional")]
    [InlineData("(a)/b", "a choice between slashes is empty or optional")]
    [InlineData("{int}/x", "a choice between slashes is empty or optional")]
    [InlineData(@"a \d", "a backslash may stand before")]
    [InlineData(@"a\", "a backslash may stand before")]
    public void A_malformed_expression_says_what_is_wrong_with_it(string expression, string expected)
    {
        var message = Assert.Throws<FormatException>(() => Match(expression, "")).Message;
        Assert.StartsWith($"\"{expression}\": ", message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void Several_parameters_come_in_the_order_of_the_sentence() => Assert.Equal(
        (string[])["25.6", "A", "2024-11-20 10:00", "x"],
        Match("a {decimal} kWh token {string} issued at {string} {word}",
            "a 25.6 kWh token \"A\" issued at '2024-11-20 10:00' x"));

    private static string[]? Match(string expression, string text) =>
        StepPattern.Of(expression, ParameterType.BuiltIn).Match(text);
}

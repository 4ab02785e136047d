using HilBench.Scenarios.Binding.Expressions;

namespace HilBench.Scenarios.Tests.Binding.Expressions;

/// <summary>Reqnroll's rule for telling an expression from a regex, and what a regex then matches.</summary>
public sealed class RegexRuleTests
{
    [Theory]
    [InlineData("the meter accepts it", true)]
    [InlineData("{int} second(s) pass", true)]
    [InlineData("a {} b .* c", true)]
    [InlineData("{int} and (.*)", true)]
    [InlineData("on/off", true)]
    [InlineData("a (b) c", true)]
    [InlineData("a (b|c) d", true)]
    [InlineData(@"a \d b", true)]
    [InlineData("2 * 3 + 4", true)]
    [InlineData("ends in $ no", true)]
    [InlineData("^a {int}", false)]
    [InlineData("a {int}$", false)]
    [InlineData("the key (.*)", false)]
    [InlineData("any .* thing", false)]
    [InlineData("a (.+) b", false)]
    [InlineData(@"(\w+) b", false)]
    [InlineData(@"exactly \d+ times", false)]
    [InlineData(@"it ends\.", false)]
    [InlineData("a {2,3} (x+)", false)]
    public void Frames_and_regex_signs_make_a_regex_braces_an_expression(string text, bool isExpression) =>
        Assert.Equal(isExpression, CucumberExpression.Is(text));

    [Theory]
    [InlineData(@"^code (\d+) of ""(.*)""$", "code 2 of \"A\"", new[] { "2", "A" })]
    [InlineData(@"code (\d+)$", "code 2", new[] { "2" })]
    [InlineData(@"^code \d+", "code 2", new string[0])]
    [InlineData(@"the (?:first|last) (\w+)", "the last key", new[] { "key" })]
    [InlineData(@"^(?:the (\d+)th|key (\w+))$", "key Enter", new[] { "Enter" })]
    [InlineData(@"^it costs (\d+)\$", "it costs 5$", new[] { "5" })]
    [InlineData("^on|off$", "off", new string[0])]
    public void A_regex_gives_its_groups_that_took_part(string regex, string text, string[] words) =>
        Assert.Equal(words, StepPattern.Of(regex, ParameterType.BuiltIn).Match(text));

    [Theory]
    [InlineData(@"code (\d+)$", "the code 2")]
    [InlineData(@"^code \d+", "code 2 and more")]
    [InlineData(@"the key \d+", "the key 2 and more")]
    [InlineData(@"^it costs (\d+)\$", "it costs 5$ and more")]
    [InlineData("^on|off$", "on and more")]
    public void A_regex_is_about_the_whole_sentence(string regex, string text) =>
        Assert.Null(StepPattern.Of(regex, ParameterType.BuiltIn).Match(text));
}

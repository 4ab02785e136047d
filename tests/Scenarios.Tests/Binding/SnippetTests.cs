using CsCheck;
using HilBench.Scenarios.Binding.Expressions;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Binding;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("Given a 25.6 kWh token \"A\"", "[Given(\"a {decimal} kWh token {string}\")]",
        "public void GivenAKWhToken(decimal d1, string s2)")]
    [InlineData("When -5 keys and 'x' are 3.1.2", "[When(\"{int} keys and {string} are 3.1.2\")]",
        "public void WhenKeysAndAre312(int i1, string s2)")]
    [InlineData("Then it's five o'clock", "[Then(\"it's five o'clock\")]", "public void ThenItSFiveOClock()")]
    [InlineData("Then on/off (x) {y} \\z", "[Then(\"on\\\\/off \\\\(x\\\\) \\\\{y\\\\} \\\\\\\\z\")]",
        "public void ThenOnOffXYZ()")]
    [InlineData("Then it reads:\n| a |", "[Then(\"it reads:\")]", "public void ThenItReads(DataTable table)")]
    [InlineData("Then it reads:\n\"\"\"\na\n\"\"\"", "[Then(\"it reads:\")]", "public void ThenItReads(string text)")]
    [InlineData("* a star", "[Given(\"a star\")]", "public void GivenAStar()")]
    [InlineData("Given Über 2 Zähler", "[Given(\"Über {int} Zähler\")]", "public void GivenÜberZähler(int i1)")]
    public void A_ready_method_has_the_attribute_and_the_parameters(string step, string attribute, string method)
    {
        var lines = Snippet.For(Step(step)).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal([attribute, method, "{", "}", ""], lines);
    }

    /// <summary>
    /// Has words at both ends, because Reqnroll takes a text with ^ at the start or $ at the end for a regex.
    /// </summary>
    [Fact]
    public void The_expression_of_a_ready_method_matches_the_sentence_it_was_made_from() =>
        Gen.Char["ab 17.-(){}/\"'"].Array[0, 16].Select(letters => $"see {new string(letters)} here").Sample(text =>
        {
            var pattern = StepPattern.Of(Snippet.ExpressionOf(text), ParameterType.BuiltIn);
            return pattern.Match(text) is not null;
        });

    private static StepCase Step(string step) => Trial.Read(Trial.Scenario(step.Split('\n')))[0].Steps[0];
}

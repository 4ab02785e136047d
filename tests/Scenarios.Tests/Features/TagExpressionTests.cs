using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Tests.Features;

public sealed class TagExpressionTests
{
    [Theory]
    [InlineData("@a", "a", true)]
    [InlineData("@a", "", false)]
    [InlineData("@a", "A", false)]
    [InlineData("@a", "ab", false)]
    [InlineData("not @a", "b", true)]
    [InlineData("not not @a", "a", true)]
    [InlineData("not @a and @b", "b", true)]
    [InlineData("not @a and @b", "", false)]
    [InlineData("not (@a and @b)", "a", true)]
    [InlineData("@a or @b and @c", "a", true)]
    [InlineData("(@a or @b) and @c", "a", false)]
    [InlineData("@a and @b or @c", "c", true)]
    [InlineData("not(@a)or(@b)", "a b", true)]
    [InlineData("@a\tand\n@b", "a b", true)]
    [InlineData(@"@issue\(7\)", "issue(7)", true)]
    [InlineData(@"@a\\b", @"a\b", true)]
    [InlineData(@"@\not", "not", true)]
    [InlineData(@"@a\,b", "a,b", true)]
    [InlineData("@not and @and", "not and", true)]
    public void Not_binds_tightest_then_and_then_or(string expression, string tags, bool matches) =>
        Assert.Equal(matches, TagExpression.Parse(expression).Matches(tags.Split(' ')));

    [Fact]
    public void A_backslash_keeps_a_blank_in_a_tag() =>
        Assert.True(TagExpression.Parse(@"@very\ slow").Matches(["very slow"]));

    [Theory]
    [InlineData("a", "at character 1: \"a\" is not a tag")]
    [InlineData("@", "at character 1: \"@\" is not a tag")]
    [InlineData("", "--tags: it is empty, which chooses no tag")]
    [InlineData(" \t", "--tags: it is empty, which chooses no tag")]
    [InlineData("@a,@b", "at character 1: \"@a,@b\" is not a tag, but several in one word")]
    [InlineData("not (@a@b)", "at character 6: \"@a@b\" is not a tag, but several in one word")]
    [InlineData("@a, @b", "at character 1: \"@a,\" is not a tag, but several in one word")]
    [InlineData("@a and b", "at character 8: \"b\" is not a tag")]
    [InlineData("@a @b", "at character 4: \"@b\" is not expected here")]
    [InlineData("@a or or @b", "at character 7: \"or\" is not a tag")]
    [InlineData("@a) or @b", "at character 3: \")\" is not expected here")]
    [InlineData("@a and (@b or @c", "at character 8: a parenthesis is not closed")]
    [InlineData("()", "at character 2: \")\" is not a tag")]
    [InlineData("and @a", "at character 1: \"and\" is not a tag")]
    [InlineData("@a and", "--tags: it ends where a tag must stand")]
    [InlineData("not", "--tags: it ends where a tag must stand")]
    [InlineData("(", "--tags: it ends where a tag must stand")]
    public void A_wrong_expression_says_where_and_what_is_allowed(string expression, string expected)
    {
        var mistake = Assert.Single(
            Assert.Throws<FeatureMistakesException>(() => TagExpression.Parse(expression)).Mistakes);
        Assert.StartsWith("--tags: ", mistake);
        Assert.Contains(expected, mistake);
        Assert.EndsWith("tags like @rollover, and, or, not and parentheses are allowed", mistake);
    }
}

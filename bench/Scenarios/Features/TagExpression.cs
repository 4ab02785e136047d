namespace HilBench.Scenarios.Features;

/// <summary>Which scenarios to run: <c>@rollover and not (@slow or @hardware)</c>.</summary>
public sealed class TagExpression
{
    private static readonly ExpressionWords Words = new(
        "--tags", "tag", "tags like @rollover, and, or, not and parentheses are allowed", '@',
        word => word.StartsWith('@') && word.Length > 1 ? word[1..] : null);

    private readonly WordExpression _expression;

    private TagExpression(string text) => _expression = WordExpression.Parse(text, Words);

    /// <exception cref="FeatureMistakesException">
    /// Not a tag expression; the message says where and what is allowed.
    /// </exception>
    public static TagExpression Parse(string text) => new(text);

    /// <param name="tags">Without @.</param>
    public bool Matches(IReadOnlyCollection<string> tags) => _expression.Matches(tags);
}

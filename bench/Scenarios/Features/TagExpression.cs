namespace HilBench.Scenarios.Features;

/// <summary>Which scenarios to run: <c>@rollover and not (@slow or @hardware)</c>.</summary>
public sealed class TagExpression
{
    /// <summary>What is known to be wrong, by itself or with a name: <c>known-defect:BUG-17</c>.</summary>
    public const string KnownDefect = "known-defect";

    private static readonly ExpressionWords Words = new(
        "--tags", "tag", "tags like @rollover, and, or, not and parentheses are allowed", '@',
        word => word.StartsWith('@') && word.Length > 1 ? word[1..] : null);

    private readonly WordExpression _expression;

    private TagExpression(string text) => _expression = WordExpression.Parse(text, Words);

    /// <exception cref="FeatureMistakesException">
    /// Not a tag expression; the message says where and what is allowed.
    /// </exception>
    public static TagExpression Parse(string text) => new(text);

    /// <summary>A tag with a name, <c>@known-defect:BUG-17</c>, is found by what stands before the name, too.</summary>
    /// <param name="tags">Without @.</param>
    public bool Matches(IReadOnlyCollection<string> tags) => _expression.Matches(
        tags.Any(tag => tag.Contains(':', StringComparison.Ordinal)) ? [.. tags, .. tags.Select(GroupOf)] : tags);

    /// <summary>What stands before the name of a tag; the whole tag, if it has none.</summary>
    public static string GroupOf(string tag) => tag.Split(':')[0];
}

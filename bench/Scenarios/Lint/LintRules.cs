namespace HilBench.Scenarios.Lint;

/// <summary>
/// The names that stand behind a finding. What <c>hilbench run</c> refuses cannot be allowed by a comment; the rest is
/// advice, and a feature may have its reason.
/// </summary>
public static class LintRules
{
    /// <summary>The file cannot be read as features.</summary>
    public const string Feature = "feature";

    /// <summary>A sentence is unknown, ambiguous or used wrongly.</summary>
    public const string Sentence = "sentence";

    /// <summary>A comment that allows something is misspelt, or not needed.</summary>
    public const string Allowance = "allowance";

    public const string UnusedToken = "unused-token";
    public const string UnusedColumn = "unused-column";
    public const string ThenBeforeWhen = "then-before-when";
    public const string NoThen = "no-then";
    public const string SameTitle = "same-title";
    public const string NearTag = "near-tag";
    public const string Spacing = "spacing";

    /// <summary>What a comment may allow.</summary>
    public static IReadOnlyList<string> Advice { get; } =
        [UnusedToken, UnusedColumn, ThenBeforeWhen, NoThen, SameTitle, NearTag, Spacing];
}

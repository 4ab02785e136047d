namespace HilBench.Recording.Looking;

/// <summary>What of a recording is wanted.</summary>
public sealed record TimelineView
{
    /// <summary>Null: what is usual, with sequences drawn together and the rest counted.</summary>
    public IReadOnlySet<Subject>? Only { get; init; }

    public TimeSpan? From { get; init; }

    public TimeSpan? To { get; init; }

    /// <summary>Counted from 1; null: all.</summary>
    public int? Step { get; init; }

    /// <summary>Nothing was left out on request, so that steps in which nothing happened are named, too.</summary>
    internal bool IsWhole => Only is null && From is null && To is null && Step is null;

    internal bool Wants(Subject subject) => (Only ?? Subjects.Usual).Contains(subject);

    internal bool Wants(TimeSpan at, int step) =>
        !(at < From) && !(at > To) && (Step is not { } one || one == step + 1);
}

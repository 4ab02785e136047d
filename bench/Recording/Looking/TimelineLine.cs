namespace HilBench.Recording.Looking;

/// <summary>A line of a timeline below the heading of its step.</summary>
internal readonly record struct TimelineLine(TimeSpan At, string Label, string Text);

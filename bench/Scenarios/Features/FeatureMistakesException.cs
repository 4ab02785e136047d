namespace HilBench.Scenarios.Features;

/// <summary>
/// The user's input cannot be run: one line for each mistake, <c>file:line: what is wrong and what is allowed</c>.
/// Nothing has run yet. What a file or its name holds beside letters is written out, so that it steers no terminal.
/// </summary>
public sealed class FeatureMistakesException(IReadOnlyList<string> mistakes)
    : Exception(string.Join(Environment.NewLine, mistakes.Select(line => Printable.Line(line))))
{
    public FeatureMistakesException(string mistake) : this([mistake])
    {
    }

    public IReadOnlyList<string> Mistakes { get; } = [.. mistakes.Select(line => Printable.Line(line))];
}

using HilBench.Scenarios;

namespace HilBench.Web.Hand;

/// <summary>A sentence that was said by hand, as it would stand in a feature.</summary>
/// <param name="Kind">Given, When or Then.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Below">The lines of a table or a text below it.</param>
public sealed record SaidStep(StepKind Kind, string Text, IReadOnlyList<string> Below)
{
    public SaidStep(StepKind kind, string text)
        : this(kind, text, [])
    {
    }

    /// <summary>With its keyword, and what stands below in lines of their own.</summary>
    public string Line => string.Join('\n', [$"{Kind} {Text}", .. Below]);
}

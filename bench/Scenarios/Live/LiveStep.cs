using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Live;

/// <summary>What came of a step that was done by hand.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Text">The sentence, as it would stand in a feature.</param>
/// <param name="Below">The lines of a table or a text below it.</param>
/// <param name="Verdict">Passed, or what it says of meter, bench or sentence that it did not.</param>
/// <param name="Message">In one line why not; null when it passed.</param>
public sealed record LiveStep(
    StepKind Kind, string Text, IReadOnlyList<string> Below, Verdict Verdict, string? Message = null)
{
    public bool IsDone => Verdict == Verdict.Passed;
}

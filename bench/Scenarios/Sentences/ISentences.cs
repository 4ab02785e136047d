namespace HilBench.Scenarios.Sentences;

/// <summary>
/// The sentences a feature may use, as far as its reader must know them: a line of a description that says one of them
/// was meant as a step.
/// </summary>
public interface ISentences
{
    /// <summary>All of them.</summary>
    IReadOnlyList<KnownSentence> All { get; }

    /// <summary>The kinds of step this text may be; none when the bench knows no such sentence.</summary>
    IReadOnlyCollection<StepKind> KindsOf(string text);
}

/// <summary>One of them.</summary>
/// <param name="Expression">As <c>hilbench steps</c> lists it, such as <c>the meter holds {decimal} kWh</c>.</param>
/// <param name="Kinds">What it may be.</param>
public sealed record KnownSentence(string Expression, IReadOnlyCollection<StepKind> Kinds);

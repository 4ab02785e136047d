using Gherkin;
using Gherkin.Ast;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>
/// Which kind of step a line is. Given, When and Then say so; And and But are like the step before them. A star says
/// nothing: there the sentence decides, and one that may be several things is what comes next in the order Given, When,
/// Then. The first step of a scenario is a Given if it can be.
/// </summary>
internal sealed class StepKinds(SentenceBook book)
{
    private static readonly int Count = Enum.GetValues<StepKind>().Length;

    public StepKind Of(Step step, string text, StepKind? before) => step.KeywordType switch
    {
        StepKeywordType.Context => StepKind.Given,
        StepKeywordType.Action => StepKind.When,
        StepKeywordType.Outcome => StepKind.Then,
        StepKeywordType.Conjunction when before is { } like => like,
        _ => ByTheSentence(text, before ?? StepKind.Given),
    };

    private StepKind ByTheSentence(string text, StepKind first)
    {
        var known = book.KindsOf(text);
        for (var i = 0; i < Count; i++)
        {
            var kind = (StepKind)(((int)first + i) % Count);
            if (known.Contains(kind)) return kind;
        }

        return first;
    }
}

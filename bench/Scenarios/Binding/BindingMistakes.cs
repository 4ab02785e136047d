using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Binding;

/// <summary>What the check phase found, in the order of the files.</summary>
internal sealed class BindingMistakes(SentenceBook book)
{
    private readonly List<string> _lines = [];

    public bool IsEmpty => _lines.Count == 0;

    public void Undefined(StepCase step) => _lines.Add(UnknownSentence.Explain(step, book));

    public void Ambiguous(StepCase step, IReadOnlyList<string> expressions) =>
        _lines.Add(UnknownSentence.Ambiguous(step, expressions));

    public void Lacking(ScenarioCase scenario, StepCase step, string need) => _lines.Add(
        $"{step.Place}: scenario \"{scenario.Title}\" needs {need}, which this rig does not have");

    public void BadArgument(StepCase step, string why) => _lines.Add(UnknownSentence.BadArgument(step, why));

    /// <summary>A mistake in a background or outline is found once for each scenario it stands in.</summary>
    public FeatureMistakesException ToException() => new([.. _lines.Distinct()]);
}

using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;
using Reqnroll.Bindings;

namespace HilBench.Scenarios.Engine;

/// <summary>What the check before the run found, in the order of the files.</summary>
internal sealed class StepMistakes(SentenceBook book)
{
    private readonly List<string> _lines = [];

    /// <summary>A mistake in a background or outline is found once for each scenario it stands in.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public void Undefined(StepCase step) => _lines.Add(UnknownSentence.Explain(step, book));

    public void Ambiguous(StepCase step, IReadOnlyList<IStepDefinitionBinding> candidates) =>
        _lines.Add(UnknownSentence.Ambiguous(
            step, [.. candidates.Select(one => one.SourceExpression ?? one.Method.Name)], SourcesOf(candidates)));

    public void OutOfScope(StepCase step) => _lines.Add(UnknownSentence.OutOfScope(step));

    public void Lacking(ScenarioCase scenario, StepCase step, string need) => _lines.Add(
        $"{step.Place}: scenario \"{scenario.Title}\" needs {need}, which this rig does not have");

    public void BadArgument(StepCase step, string why) => _lines.Add(UnknownSentence.BadArgument(step, why));

    /// <summary>The step assemblies the sentences come from, when there are several.</summary>
    private static string[] SourcesOf(IReadOnlyList<IStepDefinitionBinding> candidates)
    {
        string[] names =
        [
            .. candidates.Select(one => StepSentence.MethodOf(one).DeclaringType!.Assembly.GetName().Name!).Distinct(),
        ];
        return names.Length > 1 ? names : [];
    }
}

using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Binding;

/// <summary>
/// What the check phase found, in the order of the files; undefined sentences once each, with their snippet.
/// </summary>
internal sealed class BindingMistakes
{
    private readonly List<string> _lines = [];
    private readonly List<string> _snippets = [];

    public bool IsEmpty => _lines.Count == 0;

    public void Undefined(StepCase step, BindingRegistry registry)
    {
        var elsewhere = registry.Steps.FirstOrDefault(definition => definition.Pattern.Match(step.Text) is not null);
        if (elsewhere is not null)
        {
            _lines.Add($"{step.Place}: \"{step.Text}\" is a {string.Join(" or ", elsewhere.Kinds)} step, "
                + $"not a {step.Kind} step");
            return;
        }

        var hint = NearestSentence.To(step.Text, registry.Steps) is { } near ? $"; did you mean \"{near}\"?" : "";
        _lines.Add($"{step.Place}: no sentence \"{step}\"{hint} (hilbench steps lists all there are)");
        var snippet = Snippet.For(step);
        if (!_snippets.Contains(snippet)) _snippets.Add(snippet);
    }

    public void Ambiguous(StepCase step, IReadOnlyList<StepDefinition> candidates) => _lines.Add(
        $"{step.Place}: \"{step}\" is ambiguous: "
        + string.Join(" and ", candidates.Select(candidate => $"{candidate.Name} \"{candidate.Expression}\"")));

    public void Lacking(ScenarioCase scenario, StepCase step, string need) => _lines.Add(
        $"{step.Place}: scenario \"{scenario.Title}\" needs {need}, which this rig does not have");

    /// <summary>A doc string in the reason must not break the line.</summary>
    public void BadArgument(StepCase step, string why) => _lines.Add($"{step.Place}: {why.ReplaceLineEndings(" ")}");

    public FeatureMistakesException ToException()
    {
        // A mistake in a background or outline is found once for each scenario it stands in.
        string[] lines = [.. _lines.Distinct()];
        if (_snippets.Count == 0) return new FeatureMistakesException(lines);
        string[] all = [.. lines, "", "A programmer can define them so:", .. _snippets];
        return new FeatureMistakesException(all);
    }
}

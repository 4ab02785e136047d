using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Binding;

/// <summary>
/// Finds the method for every step of every scenario and makes its arguments, before anything runs: what is undefined,
/// ambiguous, badly worded or beyond the bench comes back as one list of lines.
/// </summary>
public sealed class Binder(BindingRegistry registry, IReadOnlyCollection<string>? capabilities = null)
{
    private readonly ArgumentMaker _arguments = new(registry.Transformations);

    /// <exception cref="FeatureMistakesException">At least one step cannot be bound.</exception>
    public IReadOnlyList<BoundScenario> Bind(IReadOnlyList<ScenarioCase> scenarios)
    {
        var mistakes = new BindingMistakes(SentenceBook.Of(registry));
        var bound = new List<BoundScenario>(scenarios.Count);
        foreach (var scenario in scenarios)
        {
            var steps = new List<BoundStep>(scenario.Steps.Count);
            foreach (var step in scenario.Steps)
            {
                if (Bind(scenario, step, mistakes) is { } boundStep) steps.Add(boundStep);
            }

            bound.Add(new BoundScenario(scenario, steps));
        }

        return mistakes.IsEmpty ? bound : throw mistakes.ToException();
    }

    /// <summary>What the sentences of this scenario need and the bench does not have, each once.</summary>
    public IReadOnlyList<string> Lacks(ScenarioCase scenario) => capabilities is null
        ? []
        : [.. scenario.Steps.SelectMany(NeedsOf).Distinct().Where(need => !capabilities.Contains(need))];

    private IEnumerable<string> NeedsOf(StepCase step) => MatchesOf(step).SelectMany(match => match.Definition.Needs);

    private StepMatch[] MatchesOf(StepCase step) =>
        [.. registry.MatchesOf(step.Text).Where(match => match.Definition.Kinds.Contains(step.Kind))];

    private BoundStep? Bind(ScenarioCase scenario, StepCase step, BindingMistakes mistakes)
    {
        switch (MatchesOf(step))
        {
            case []:
                mistakes.Undefined(step);
                return null;
            case [var (definition, words)]:
                CheckNeeds(scenario, step, definition, mistakes);
                return Make(step, definition, words, mistakes);
            case var matches:
                mistakes.Ambiguous(step, [.. matches.Select(match => match.Definition.Expression)]);
                return null;
        }
    }

    private void CheckNeeds(ScenarioCase scenario, StepCase step, StepDefinition definition, BindingMistakes mistakes)
    {
        if (capabilities is null) return;
        foreach (var need in definition.Needs.Where(need => !capabilities.Contains(need)))
            mistakes.Lacking(scenario, step, need);
    }

    private BoundStep? Make(StepCase step, StepDefinition definition, string[] words, BindingMistakes mistakes)
    {
        try
        {
            return new BoundStep(step, definition, _arguments.Make(step, definition, words));
        }
        catch (FormatException wrong)
        {
            mistakes.BadArgument(step, wrong.Message);
            return null;
        }
    }
}

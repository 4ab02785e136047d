using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Finds the method for every step of every scenario and tries its arguments, before anything runs: what is undefined,
/// ambiguous, badly worded or beyond the bench comes back as one list of lines.
/// </summary>
public sealed class StepCheck(StepEngine engine, IReadOnlyCollection<string>? capabilities = null)
{
    /// <summary>Returns the scenarios when every step of theirs can run.</summary>
    /// <exception cref="FeatureMistakesException">At least one step cannot.</exception>
    public IReadOnlyList<ScenarioCase> Check(IReadOnlyList<ScenarioCase> scenarios)
    {
        var mistakes = new StepMistakes(SentenceBook.Of(engine));
        Using(finder =>
        {
            foreach (var scenario in scenarios)
            {
                var infos = new CaseInfos(scenario);
                foreach (var step in scenario.Steps) Check(scenario, step, finder, finder.Find(step, infos), mistakes);
            }

            return true;
        });
        return mistakes.IsEmpty ? scenarios : throw mistakes.ToException();
    }

    /// <summary>What the sentences of this scenario need and the bench does not have, each once.</summary>
    public IReadOnlyList<string> Lacks(ScenarioCase scenario)
    {
        if (capabilities is null) return [];
        var infos = new CaseInfos(scenario);
        return Using(finder => scenario.Steps
            .SelectMany(step => finder.Find(step, infos).Methods.SelectMany(engine.NeedsOf))
            .Distinct().Where(need => !capabilities.Contains(need)).ToArray());
    }

    private void Check(
        ScenarioCase scenario, StepCase step, StepFinder finder, FoundStep found, StepMistakes mistakes)
    {
        switch (found)
        {
            case { Match: { } match }:
                foreach (var need in engine.NeedsOf(StepSentence.MethodOf(match.StepBinding)))
                {
                    if (capabilities?.Contains(need) is false) mistakes.Lacking(scenario, step, need);
                }

                if (finder.MistakeIn(step, match) is { } wrong) mistakes.BadArgument(step, wrong);
                break;
            case { Candidates: [] }:
                mistakes.Undefined(step);
                break;
            case { IsOutOfScope: true }:
                mistakes.OutOfScope(step);
                break;
            default:
                mistakes.Ambiguous(step, found.Candidates);
                break;
        }
    }

    private T Using<T>(Func<StepFinder, T> work)
    {
        var runner = engine.Lend();
        try
        {
            return work(new StepFinder(runner.TestThreadContext.TestThreadContainer));
        }
        finally
        {
            engine.Return(runner);
        }
    }
}

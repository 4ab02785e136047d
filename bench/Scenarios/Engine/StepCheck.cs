using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Engine;

/// <summary>
/// Finds the method for every step of every scenario and tries its arguments, before anything runs: what is undefined,
/// ambiguous, badly worded or beyond the bench comes back as one list of lines.
/// </summary>
public sealed class StepCheck(StepEngine engine, IReadOnlyCollection<string>? capabilities = null)
{
    /// <summary>How many scenarios are looked at at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Returns the scenarios when every step of theirs can run.</summary>
    /// <exception cref="FeatureMistakesException">At least one step cannot.</exception>
    public IReadOnlyList<ScenarioCase> Check(IReadOnlyList<ScenarioCase> scenarios)
    {
        var book = SentenceBook.Of(engine);
        (ScenarioCase[] Scenarios, StepMistakes Mistakes)[] shares =
        [
            .. scenarios.Chunk(Math.Max(1, (scenarios.Count + Jobs - 1) / Jobs))
                .Select(share => (share, new StepMistakes(book))),
        ];
        SideBySide.Run(Jobs, shares, share => Check(share.Scenarios, share.Mistakes));
        string[] lines = [.. shares.SelectMany(share => share.Mistakes.Lines).Distinct()];
        return lines.Length == 0 ? scenarios : throw new FeatureMistakesException(lines);
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

    private void Check(ScenarioCase[] scenarios, StepMistakes mistakes) => Using(finder =>
    {
        foreach (var scenario in scenarios)
        {
            var infos = new CaseInfos(scenario);
            foreach (var step in scenario.Steps) Check(scenario, step, finder, finder.Find(step, infos), mistakes);
        }

        return true;
    });

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

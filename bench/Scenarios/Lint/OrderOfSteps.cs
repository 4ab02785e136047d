using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// A scenario without a Then proves nothing. A Then before the first When is fair where the state itself is the promise
/// and nothing happens in the scenario at all (a meter that has just got its supply shows its credit); where something
/// is done later, it checks what the scenario itself set up.
/// </summary>
internal static class OrderOfSteps
{
    public static IEnumerable<LintFinding> In(LintedFile file) =>
        file.Cases.SelectMany(one => Of(file, one)).DistinctBy(finding => (finding.Line, finding.Rule));

    private static IEnumerable<LintFinding> Of(LintedFile file, ScenarioCase scenario)
    {
        var steps = scenario.Steps.ToList();
        if (steps.Count == 0) yield break;
        var (then, when) = (
            steps.FindIndex(step => step.Kind == StepKind.Then), steps.FindIndex(step => step.Kind == StepKind.When));
        if (then < 0)
        {
            yield return file.Finding(
                scenario.Lines[^1], LintRules.NoThen,
                $"scenario \"{Excerpt.Of(scenario.Title)}\" has no Then: any meter passes it; say what must be seen");
        }
        else if (then < when)
        {
            yield return file.Finding(
                steps[then].Place.Line, LintRules.ThenBeforeWhen,
                "this Then stands before any When, so it checks what the scenario itself set up; "
                + "move it behind the When, or leave it out");
        }
    }
}

using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;

namespace HilBench.Runs;

/// <summary>What is to run where, read and checked.</summary>
/// <param name="Plan">The rig.</param>
/// <param name="Cases">What runs on it.</param>
/// <param name="LeftOut">What does not, because the rig has not what it needs.</param>
public sealed record RunReading(
    RigPlan Plan, IReadOnlyList<ScenarioCase> Cases, IReadOnlyList<LeftOutCase> LeftOut)
{
    /// <summary>Reads the rig file and the features, and checks every sentence.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="site">Where it is to run.</param>
    /// <param name="engine">The sentences there are.</param>
    /// <param name="tell">Told in one line of what is left out.</param>
    /// <exception cref="FeatureMistakesException">The features cannot run; all of their mistakes.</exception>
    /// <exception cref="HilBench.Input.SettingsException">The rig file is wrong.</exception>
    public static RunReading Of(RunRequest request, IRunSite site, StepEngine engine, Action<string> tell)
    {
        var plan = site.Plan(request);
        var tags = request.Tags is { } text ? TagExpression.Parse(text) : null;
        var cases = FeatureReader.Read(request.Paths, engine, request.Jobs)
            .Where(scenario => tags?.Matches(scenario.Tags) ?? true).ToArray();
        if (cases.Length == 0) throw new FeatureMistakesException(Nothing(request));

        var check = new StepCheck(engine, plan.Capabilities) { Jobs = request.Jobs };
        var leftOut = WithoutRig(request, plan, check, cases, tell);
        return new RunReading(plan, check.Check([.. cases.Except(leftOut.Select(one => one.Case))]), leftOut);
    }

    /// <summary>
    /// Without <c>--fitting</c> only what the rig file itself leaves out is left out; the rest is refused by name.
    /// </summary>
    private static LeftOutCase[] WithoutRig(
        RunRequest request, RigPlan plan, StepCheck check, ScenarioCase[] cases, Action<string> tell)
    {
        if (!request.Fitting && plan.LeavesOut.Count == 0) return [];
        var lacking = cases.Select(scenario => (Case: scenario, Needs: check.Lacks(scenario))).ToArray();
        var left = lacking.Where(one => one.Needs.Count > 0
            && (request.Fitting || one.Needs.All(plan.LeavesOut.Contains))).ToArray();
        if (left.Length == 0) return [];
        if (left.Length == cases.Length)
            throw new FeatureMistakesException($"rig {plan.Name} can run none of these scenarios");
        var needs = left.SelectMany(one => one.Needs).Distinct().Order(StringComparer.Ordinal);
        tell($"{left.Length} of {cases.Length} scenarios are left out, because rig {plan.Name} does not have: "
            + string.Join(", ", needs));
        return
        [
            .. left.Select(one => new LeftOutCase(
                one.Case, $"rig {plan.Name} does not have {string.Join(", ", one.Needs)}")),
        ];
    }

    private static string Nothing(RunRequest request) => request.Tags is { } tags
        ? $"no scenario in {string.Join(' ', request.Paths)} has tags {tags}"
        : $"there is no scenario in {string.Join(' ', request.Paths)}";
}

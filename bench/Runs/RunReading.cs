using HilBench.Roles;
using HilBench.Scenarios;
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
    /// <summary>All that was asked for, whichever shard has it.</summary>
    public required ScenarioList Whole { get; init; }

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
        var cases = Wanted(request, FeatureReader.Read(request.Paths, engine, request.Jobs), tell);
        if (cases.Length == 0) throw new FeatureMistakesException(Nothing(request));
        // Each shard checks the whole: what is wrong in one of them is wrong for all.
        var check = new StepCheck(engine, plan.Capabilities) { Jobs = request.Jobs };
        var leftOut = WithoutRig(request, plan, check, cases, tell);
        var whole = new ScenarioList(cases);
        var fit = check.Check([.. cases.Except(leftOut.Select(one => one.Case))]);
        if (request.Shard is not { } shard) return new RunReading(plan, fit, leftOut) { Whole = whole };
        var mine = shard.Pick(fit, request.Weights);
        var left = shard.Pick([.. leftOut.Select(one => one.Case)], request.Weights).ToHashSet();
        tell($"shard {shard}: {mine.Count} of {fit.Count} scenarios");
        return new RunReading(plan, mine, [.. leftOut.Where(one => left.Contains(one.Case))]) { Whole = whole };
    }

    /// <summary>By tag, by name, by an earlier run; then as often as each is to run, round by round.</summary>
    private static ScenarioCase[] Wanted(
        RunRequest request, IReadOnlyList<ScenarioCase> all, Action<string> tell)
    {
        var tags = request.Tags is { } text ? TagExpression.Parse(text) : null;
        if (request.Meter is { } meter) all = [.. all.Select(one => one.On(meter.Serial))];
        IReadOnlyList<ScenarioCase> cases = [.. all
            .Where(scenario => tags?.Matches(scenario.Tags) ?? true)
            .Where(scenario => request.Names.Count == 0 || request.Names.Any(name => IsCalled(scenario, name)))];
        if (request.FailedFrom is { } reds) cases = reds.Among(cases, tell);
        if (request.Rounds == 1) return [.. cases];
        if (cases.Any(one => one.Round > 0))
        {
            throw new FeatureMistakesException(
                "--failed-from knows which rounds were red: --repeat says nothing beside it");
        }

        return [.. Enumerable.Range(0, request.Rounds).SelectMany(round => cases.Select(one => one.Again(round)))];
    }

    private static bool IsCalled(ScenarioCase scenario, string name) =>
        $"{scenario.Feature}: {scenario.Identity.Name}".Contains(name, StringComparison.OrdinalIgnoreCase);

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
        var needs = left.SelectMany(one => one.Needs).Distinct().Order(StringComparer.Ordinal);
        if (left.Length == cases.Length)
        {
            throw new FeatureMistakesException(
                $"rig {plan.Name} can run none of these scenarios: it does not have: {string.Join(", ", needs)}; "
                + "another rig may (--rig; hilbench rig list)");
        }

        tell($"{left.Length} of {cases.Length} scenarios are left out, because rig {plan.Name} does not have: "
            + string.Join(", ", needs));
        return
        [
            .. left.Select(one => new LeftOutCase(
                one.Case, $"rig {plan.Name} does not have {string.Join(", ", one.Needs)}")),
        ];
    }

    private static string Nothing(RunRequest request)
    {
        var wanted = new List<string>();
        if (request.Tags is { } tags) wanted.Add($"has tags {tags}");
        if (request.Names.Count > 0)
            wanted.Add($"is called {string.Join(" or ", request.Names.Select(name => $"\"{Excerpt.Of(name)}\""))}");
        if (request.FailedFrom is not null) wanted.Add("is one that did not pass in that report");
        var paths = string.Join(' ', request.Paths);
        return wanted.Count == 0
            ? $"there is no scenario in {paths}" : $"no scenario in {paths} {string.Join(" and ", wanted)}";
    }
}

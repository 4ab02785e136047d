using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.World;

namespace HilBench.Pi;

/// <summary>What the person who started <c>tests/Pi/run</c> asked for.</summary>
internal sealed record Request(
    string Cache, IReadOnlyList<int> Gpiods, string Tags, string[] Paths, bool Checks, bool Contract, bool IsPi3b)
{
    /// <summary>The scenarios that a run without arguments takes.</summary>
    private const string DefaultTag = "@pi";

    private const string DefaultTagOnPi3b = "@pi3b";

    private bool HasScenarios => !Checks && !Contract;

    /// <summary>True when no features, tags or anything else were named.</summary>
    private bool IsWhole => HasScenarios && !IsPi3b && Tags == DefaultTag;

    public static Request Of(string[] args)
    {
        var request = new Request("", [], "", [], Checks: false, Contract: false, IsPi3b: false);
        var paths = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            request = args[i] switch
            {
                "--cache" => request with { Cache = args[++i] },
                "--gpiod" => request with { Gpiods = [int.Parse(args[++i])] },
                "--tags" => request with { Tags = args[++i] },
                "--checks" => request with { Checks = true },
                "--contract" => request with { Contract = true },
                "--pi3b" => request with { IsPi3b = true },
                _ => Path(request, paths, args[i]),
            };
        }

        var tag = request.IsPi3b ? DefaultTagOnPi3b : DefaultTag;
        return request with
        {
            Gpiods = request.Gpiods.Count > 0 ? request.Gpiods : request.IsPi3b ? [1] : [1, 2],
            Tags = request.Tags.Length > 0 ? request.Tags : paths.Count > 0 ? "not @none" : tag,
            Paths = paths.Count > 0 ? [.. paths] : ["features"],
        };
    }

    /// <summary>What is wrong with the request; null when nothing is.</summary>
    public string? Problem(ScenarioCase[] scenarios) =>
        !HasScenarios && IsPi3b ? "--checks and --contract ask the x86-64 machine; leave --pi3b out"
        : HasScenarios && scenarios.Length == 0 ? $"no scenario is {Tags} in {string.Join(", ", Paths)}"
        : null;

    /// <exception cref="FeatureMistakesException">A file cannot be read.</exception>
    public ScenarioCase[] Scenarios()
    {
        if (!HasScenarios) return [];
        var tags = TagExpression.Parse(Tags);
        var sentences = StepEngine.Of(typeof(Bench).Assembly);
        return [.. FeatureReader.Read(Paths, sentences).Where(scenario => tags.Matches(scenario.Tags))];
    }

    /// <summary>
    /// A lane for the scenarios of each libgpiod; one more for the checks, unless something else was asked for.
    /// </summary>
    public Lane[] Lanes()
    {
        var work = Contract ? Work.Contract : Checks ? Work.Checks : Work.Scenarios;
        var lanes = Gpiods.Select(gpiod => new Lane([(Plan(gpiod, work), work)])).ToList();
        if (IsWhole) lanes.Add(new Lane([.. Gpiods.Select(gpiod => (Plan(gpiod, Work.Checks), Work.Checks))]));
        return [.. lanes];
    }

    private GuestPlan Plan(int gpiod, Work work)
    {
        var kind = work switch { Work.Checks => VmFiles.ChecksKind, Work.Contract => VmFiles.ContractKind, _ => "" };
        var files = new VmFiles(Cache, gpiod, IsPi3b ? "pi3b-" : kind);
        return IsPi3b ? new Pi3bPlan(files) : new VmPlan(files);
    }

    private static Request Path(Request request, List<string> paths, string path)
    {
        paths.Add(path);
        return request;
    }
}

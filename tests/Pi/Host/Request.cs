using HilBench.Scenarios.Features;

namespace HilBench.Pi;

/// <summary>What the person who started <c>tests/Pi/run</c> asked for.</summary>
internal sealed record Request(
    string Cache, IReadOnlyList<int> Gpiods, string Tags, string[] Paths, bool Checks, bool IsPi3b)
{
    /// <summary>The scenarios that a run without arguments takes.</summary>
    private const string DefaultTag = "@pi";

    private const string DefaultTagOnPi3b = "@pi3b";

    public static Request Of(string[] args)
    {
        var request = new Request("", [], "", [], Checks: false, IsPi3b: false);
        var paths = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            request = args[i] switch
            {
                "--cache" => request with { Cache = args[++i] },
                "--gpiod" => request with { Gpiods = [int.Parse(args[++i])] },
                "--tags" => request with { Tags = args[++i] },
                "--checks" => request with { Checks = true },
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

    /// <summary>What cannot be done; null: all can.</summary>
    public string? Problem(ScenarioCase[] scenarios) =>
        Checks && IsPi3b ? "--checks asks the x86-64 machine; leave --pi3b out"
        : !Checks && scenarios.Length == 0 ? $"no scenario is {Tags} in {string.Join(", ", Paths)}"
        : null;

    /// <exception cref="FeatureMistakesException">A file cannot be read.</exception>
    public ScenarioCase[] Scenarios()
    {
        if (Checks) return [];
        var tags = TagExpression.Parse(Tags);
        return [.. FeatureReader.Read(Paths).Where(scenario => tags.Matches(scenario.Tags))];
    }

    public GuestPlan Plan(int gpiod)
    {
        var files = new VmFiles(Cache, gpiod, IsPi3b ? "pi3b-" : "");
        return IsPi3b ? new Pi3bPlan(files) : new VmPlan(files);
    }

    private static Request Path(Request request, List<string> paths, string path)
    {
        paths.Add(path);
        return request;
    }
}

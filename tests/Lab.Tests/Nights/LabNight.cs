using System.Reflection;
using HilBench.Lab.Bus;
using HilBench.Lab.Coordination;
using HilBench.Lab.Tests.Broker;
using HilBench.Lab.Told;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Nights;

/// <summary>
/// A lab for one test, within one process: a real broker, benches and coordinators, each on a connection of its own
/// that can be cut.
/// </summary>
internal sealed class LabNight : IAsyncDisposable
{
    public const string Build = "of the night";

    private readonly List<IAsyncDisposable> _those = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-night-").FullName;

    private LabNight(NatsServer broker, LabPace pace)
    {
        (Broker, Pace) = (broker, pace);
        Folder = new NightFolder(_folder);
    }

    public static string StepFile { get; } = Path.Combine(AppContext.BaseDirectory, "HilBench.NightSteps.dll");

    public static IReadOnlyList<Assembly> Steps { get; } = StepAssemblies.Load([StepFile]);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public NatsServer Broker { get; }

    public LabPace Pace { get; }

    public NightFolder Folder { get; }

    public static async Task<LabNight> Start(int benches)
    {
        var night = new LabNight(await NatsServer.Start(), NightPace.Quick);
        for (var at = 1; at <= benches; at++) await night.Join($"bench-{at}");
        return night;
    }

    public string LedgerOf(string bench) => Path.Combine(_folder, $"{bench}.db");

    public async Task<NightBench> Join(string name, RigPlan? plan = null)
    {
        var bench = await NightBench.Join(this, name, plan ?? ModelPlan.Alone);
        _those.Add(bench);
        return bench;
    }

    public NightBench Bench(string name) => _those.OfType<NightBench>().Last(bench => bench.Name == name);

    public async Task<NightRun> Run(
        string feature, Func<LabRequest, LabRequest>? how = null)
    {
        var run = await NightRun.Start(this, feature, how);
        _those.Add(run);
        return run;
    }

    /// <summary>What is on the broker, for a look or a blow from outside.</summary>
    public async Task<LabBoard> Board()
    {
        var bus = await LabBus.Open(LabAddress.Of(Broker.Url), "anna", null, Cancel, Pace);
        _those.Add(bus);
        return new LabBoard(bus);
    }

    /// <summary>Each scenario has passed, was heard of once, and has one verdict at the broker.</summary>
    public async Task AssertAllPassedOnce(NightRun run, int scenarios)
    {
        await AssertAllHeardOfOnce(run, scenarios);
        var told = await (await Board()).Verdicts.All($"{await run.Key}.>", Cancel);
        Assert.Equal(scenarios, told.Count(one => one.Key.Split('.')[^1][0] == 'v'));
    }

    /// <summary>Each scenario has passed and was heard of once.</summary>
    public static async Task AssertAllHeardOfOnce(NightRun run, int scenarios)
    {
        var results = await run.Results();
        Assert.Equal(scenarios, results.Count);
        Assert.All(results, one => Assert.True(one.Verdict == Verdict.Passed, $"{one.Case.Title}: {one.Message}"));
        Assert.Equal(scenarios, run.Finished.Count);
        Assert.Equal(scenarios, run.Finished.Select(one => one.Case.Place).Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        Folder.Say(NightFolder.Go);
        foreach (var one in _those.AsEnumerable().Reverse()) await one.DisposeAsync();
        await Broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

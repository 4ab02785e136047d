using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Pi;

/// <summary>
/// Machines that run one after the other on a thread of their own, beside other lanes. Its QEMU processes live as long
/// as that thread (<see cref="QemuProcess"/>).
/// </summary>
internal sealed class Lane(IReadOnlyList<(GuestPlan Plan, Work Work)> machines)
{
    private MachineRun[] _runs = [];

    public IReadOnlyList<GuestPlan> Plans { get; } = [.. machines.Select(machine => machine.Plan)];

    public IEnumerable<Verdict> Verdicts => _runs.SelectMany(run => run.Verdicts);

    public int Repeated => _runs.Sum(run => run.Repeated);

    /// <summary>Runs all lanes at once, until each has ended.</summary>
    public static void RunAll(IReadOnlyList<Lane> lanes, IReadOnlyList<ScenarioCase> scenarios, CancellationToken stop)
    {
        var engine = StepEngine.Of(typeof(Bench).Assembly);
        var threads = lanes.Select(lane => new Thread(() => lane.Run(engine, scenarios, stop)) { Name = "machine" })
            .ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }

    private void Run(StepEngine engine, IReadOnlyList<ScenarioCase> scenarios, CancellationToken stop)
    {
        _runs = [.. machines.Select(machine => new MachineRun(machine.Plan, engine, stop))];
        for (var i = 0; i < _runs.Length; i++)
        {
            if (machines[i].Work == Work.Checks) _runs[i].RunChecks();
            else if (machines[i].Work == Work.Contract) _runs[i].RunContract();
            else _runs[i].RunScenarios(scenarios);
        }
    }
}

/// <summary>What a machine is for.</summary>
internal enum Work
{
    Scenarios,
    Checks,
    Contract,
}

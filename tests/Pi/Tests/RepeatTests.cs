using HilBench.Roles;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.World;

namespace HilBench.Pi.Tests;

/// <summary>Which scenarios tests/Pi/run repeats, and on which machine.</summary>
public sealed class RepeatTests : IDisposable
{
    private static readonly Exception Lost = new StimulusNotDeliveredException("key '4'", "nobody saw it");
    private static readonly Exception Wrong = new MeterWrongException("the meter accepts it");
    private static readonly Exception Broken = new RigFaultException("the machine does not start");

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-repeat-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_press_that_did_not_arrive_is_pressed_once_more_on_a_fresh_machine() =>
        Assert.Equal("start renew start off: Failed, 1 run once more", Run(Lost, Wrong));

    [Fact]
    public void A_press_that_did_not_arrive_twice_proves_nothing() =>
        Assert.Equal("start renew start off: Invalid, 1 run once more", Run(Lost, Lost));

    [Fact]
    public void A_meter_found_wrong_is_never_given_a_second_chance() =>
        Assert.Equal("start off: Failed, 0 run once more", Run(Wrong));

    [Fact]
    public void A_bench_found_wrong_is_not_tried_again() =>
        Assert.Equal("start off: RigFault, 0 run once more", Run(Broken));

    private string Run(params Exception[] fates)
    {
        var file = Path.Combine(_folder, "one.feature");
        File.WriteAllText(file, """
            Feature: One
              Scenario: A key
                When the customer presses "1"
            """);
        var engine = StepEngine.Of(typeof(Bench).Assembly);
        var plan = new FatefulPlan(new VmFiles(_folder, 1), fates);
        var run = new MachineRun(plan, engine, CancellationToken.None);
        run.RunScenarios(new StepCheck(engine, plan.Capabilities).Check(FeatureReader.Read([file], engine)));
        var verdict = Assert.Single(run.Verdicts);
        return $"{string.Join(' ', plan.Events)}: {verdict}, {run.Repeated} run once more";
    }

    /// <summary>A machine on which each scenario ends with the verdict that the test wants.</summary>
    private sealed record FatefulPlan(VmFiles Files, Exception[] Fates) : GuestPlan("fateful", Files)
    {
        public List<string> Events { get; } = [];

        public override IReadOnlyList<string> Capabilities => Capability.OfOurMeter;

        public override int Boots => 0;

        public override void Renew() => Events.Add("renew");

        protected override void SwitchOff() => Events.Add("off");

        protected override VmRig NewRig()
        {
            Events.Add("start");
            throw Fates[Events.Count(one => one == "start") - 1];
        }
    }
}

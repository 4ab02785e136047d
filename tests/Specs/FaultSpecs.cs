using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Specs;

/// <summary>A fault that has no effect proves nothing, whatever the scenario says afterwards.</summary>
public sealed class FaultSpecs
{
    public static IEnumerable<TheoryDataRow<string>> Scenarios() =>
        from scenario in FeatureFolder.Scenarios
        where HasFault(scenario)
        select new TheoryDataRow<string>(scenario.Place.ToString())
        {
            TestDisplayName = $"{scenario.Feature}: {scenario.Title}",
            Label = "",
        };

    /// <summary>All in features/faults, and those of split meters that say so.</summary>
    private static bool HasFault(ScenarioCase scenario) =>
        scenario.Place.File.StartsWith("features/faults/", StringComparison.Ordinal)
        || (scenario.Place.File.StartsWith("features/split/", StringComparison.Ordinal)
            && scenario.Tags.Contains("faults"));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_is_invalid_when_its_fault_does_not_strike(string place)
    {
        var scenario = FeatureFolder.At(place);
        var plan = new DullPlan(SpecBench.PlanFor(scenario));
        var result = SpecBench.Run(scenario, plan, TestContext.Current.CancellationToken);
        Assert.True(
            result.Verdict == Verdict.Invalid, $"{result.Verdict}\n{string.Join('\n', FailureText.Of(result))}");
    }

    [Fact]
    public void There_are_more_than_forty_examples_of_faults_and_each_kind_has_one()
    {
        var scenarios = FeatureFolder.Scenarios
            .Where(HasFault).ToList();
        Assert.InRange(scenarios.Count, 80, 1_000);
        var struck = new HashSet<FaultKind>();
        foreach (var scenario in scenarios)
        {
            var plan = new DullPlan(SpecBench.PlanFor(scenario)) { Asked = kind => struck.Add(kind) };
            SpecBench.Run(scenario, plan, TestContext.Current.CancellationToken);
        }

        // A stuck key has its own sentence, in features/keypad/stuck-keys.feature.
        Assert.Equal([FaultKind.KeySticks], Enum.GetValues<FaultKind>().Except(struck));
    }

    /// <summary>A rig like another one, whose fault box notes what it is asked for and breaks nothing.</summary>
    private sealed record DullPlan(RigPlan Like) : RigPlan(Like)
    {
        public Action<FaultKind> Asked { get; init; } = static _ => { };

        public override IReadOnlyList<string> Capabilities => Like.Capabilities;

        public override bool IsVirtual => Like.IsVirtual;

        public override bool IsOurMeter => Like.IsOurMeter;

        public override IMeterRig Build(ulong seed) =>
            new DullRig((Like with { Profile = Profile }).Build(seed), Asked);
    }

    private sealed class DullRig(IMeterRig rig, Action<FaultKind> asked) : IMeterRig, IFaultBox
    {
        private readonly List<FaultReceipt> _all = [];

        public string Name => rig.Name;

        public MeterProfile Profile => rig.Profile;

        public IBenchClock Clock => rig.Clock;

        public IKeypad Keypad => rig.Keypad;

        public IGlass Glass => rig.Glass;

        public IMains Mains => rig.Mains;

        public ILoad Load => rig.Load;

        public ITokenPort? TokenPort => rig.TokenPort;

        public IIndicators? Indicators => rig.Indicators;

        public IMeasuringUnit? MeasuringUnit => rig.MeasuringUnit;

        public IFaultBox Faults => this;

        public IReadOnlyList<FaultReceipt> Receipts => _all;

        public IReadOnlyList<MeterAnswer> Answers => rig.Answers;

        public IReadOnlyList<string> Findings => rig.Findings;

        public StoredRecord? Stored => rig.Stored;

        public void Manufacture(MeterRegisters registers) => rig.Manufacture(registers);

        public void SpoilStore() => rig.SpoilStore();

        public void Happen(MeterInput input) => rig.Happen(input);

        public void Inject(Fault fault, TimeSpan after = default)
        {
            asked(fault.Kind);
            _all.Add(new FaultReceipt(fault, Clock.Now, StruckAt: null, Strikes: 0));
        }

        public void Mend(FaultyPart part)
        {
        }

        public void Dispose() => rig.Dispose();
    }
}

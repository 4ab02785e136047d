using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Lab.Benches;

/// <summary>A rig that does nothing more for somebody whose lease is over; to look at it is free.</summary>
internal sealed class LeasedRig(IMeterRig rig, Action demand) : IMeterRig
{
    public string Name => rig.Name;

    public MeterProfile Profile => rig.Profile;

    public IBenchClock Clock => rig.Clock;

    public IKeypad Keypad { get; } = new LeasedKeypad(rig.Keypad, demand);

    public IGlass Glass => rig.Glass;

    public IMains Mains { get; } = new LeasedMains(rig.Mains, demand);

    public ILoad Load => rig.Load;

    public ITokenPort? TokenPort { get; } = rig.TokenPort is { } port ? new LeasedPort(port, demand) : null;

    public IIndicators? Indicators => rig.Indicators;

    public IMeasuringUnit? MeasuringUnit => rig.MeasuringUnit;

    public IFaultBox? Faults => rig.Faults;

    public IReadOnlyList<MeterAnswer> Answers => rig.Answers;

    public IReadOnlyList<string> Findings => rig.Findings;

    public StoredRecord? Stored => rig.Stored;

    public SelfCheck? CheckItself() => rig.CheckItself();

    public void Manufacture(MeterRegisters registers)
    {
        demand();
        rig.Manufacture(registers);
    }

    public void SpoilStore()
    {
        demand();
        rig.SpoilStore();
    }

    public void Happen(MeterInput input)
    {
        demand();
        rig.Happen(input);
    }

    public void Dispose() => rig.Dispose();
}

using HilBench.Board;
using HilBench.Physical;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>The x86-64 machine with our module's pins; its mains can fail.</summary>
internal sealed record VmPlan : GuestPlan
{
    private readonly Machines<VirtualMachine> _machines;
    private readonly StateDisk _disk;

    public VmPlan(VmFiles files) : base("vm", files)
    {
        _disk = new StateDisk(files);
        _machines = new Machines<VirtualMachine>(() =>
        {
            _disk.Make([], []);
            return new VirtualMachine(files);
        });
        Description = $"the app on a real kernel's pins, through {Label}";
    }

    /// <summary>As tests/Pi/guest/rig.json says.</summary>
    public static BoardWiring Wiring { get; } = new GpioRigSettings().Wiring with
    {
        Indicators = new IndicatorWiring(Buzzer: 24, LowCredit: 10, Load: 9, Fault: 11),
    };

    public override IReadOnlyList<string> Capabilities { get; } =
    [
        Capability.HeldKeys, Capability.Chips, Capability.Mains, Capability.Record, Capability.Buzzer, Capability.Leds,
        .. Capability.OfOurMeter,
    ];

    public override int Boots => _machines.Boots;

    public VirtualMachine Machine => _machines.Current;

    public override void Renew() => _machines.Renew();

    protected override void SwitchOff() => _machines.Dispose();

    protected override VmRig NewRig() =>
        new(Machine, _disk, new ModuleContacts(Machine, Wiring.Keypad), Wiring, Profile);
}

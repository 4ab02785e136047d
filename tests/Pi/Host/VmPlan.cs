using HilBench.Rig.Physical;
using HilBench.Rig.Roles;

namespace HilBench.Pi;

/// <summary>The x86-64 machine with our module's pins; its mains can fail.</summary>
internal sealed record VmPlan : GuestPlan
{
    private readonly VmFiles _files;
    private readonly Lazy<VirtualMachine> _machine;
    private readonly StateDisk _disk;

    public VmPlan(VmFiles files) : base("vm")
    {
        _files = files;
        _disk = new StateDisk(files);
        _machine = new Lazy<VirtualMachine>(() => new VirtualMachine(files));
        Description = $"the app on a real kernel's pins, through libgpiod {files.Gpiod}";
    }

    public override IReadOnlyList<string> Capabilities { get; } =
        [Capability.HeldKeys, Capability.Chips, Capability.Mains, Capability.Record, .. Capability.OfOurMeter];

    public override IGuest Guest => Machine;

    public VirtualMachine Machine => _machine.Value;

    protected override VmRig NewRig()
    {
        if (!_machine.IsValueCreated) _disk.Make([], []);
        var wiring = new GpioRigSettings().Wiring;
        return new VmRig(Machine, _disk, new ModuleContacts(Machine, wiring.Keypad), wiring, Profile);
    }

    public override void Dispose()
    {
        if (_machine.IsValueCreated) _machine.Value.Dispose();
        else Directory.Delete(_files.Work, recursive: true);
    }
}

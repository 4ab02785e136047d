using HilBench.Meter;
using HilBench.Rig.Files;
using HilBench.Rig.Roles;
using HilBench.Tokens;

namespace HilBench.Pi;

/// <summary>A rig no file describes: one machine for the run, a meter of its own for each scenario.</summary>
internal sealed record VmPlan : RigPlan, IDisposable
{
    private readonly VmFiles _files;
    private readonly Lazy<VirtualMachine> _machine;
    private readonly StateDisk _disk;

    public VmPlan(VmFiles files) : base("vm", MeterProfile.Generic, StaTables.Sample)
    {
        _files = files;
        _disk = new StateDisk(files);
        _machine = new Lazy<VirtualMachine>(() => new VirtualMachine(files));
        Description = $"the app on a real kernel's pins, through libgpiod {files.Gpiod}";
    }

    public override IReadOnlyList<string> Capabilities { get; } =
        [Capability.HeldKeys, Capability.Chips, Capability.Mains, Capability.Record, .. Capability.OfOurMeter];

    public override int MostAtOnce => 1;

    public VirtualMachine Machine => _machine.Value;

    public override IMeterRig Build(ulong seed)
    {
        if (!_machine.IsValueCreated) _disk.Make([], []);
        return new VmRig(_machine.Value, _disk, Profile);
    }

    public void Dispose()
    {
        if (_machine.IsValueCreated) _machine.Value.Dispose();
        else Directory.Delete(_files.Work, recursive: true);
    }
}

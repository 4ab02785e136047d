using System.Globalization;
using HilBench.Rig.Board;
using HilBench.Rig.Physical;
using HilBench.Rig.Roles;

namespace HilBench.Pi;

/// <summary>The emulated Raspberry Pi 3B. It boots once; the meter's state does not outlive it.</summary>
internal sealed record Pi3bPlan : GuestPlan
{
    private readonly VmFiles _files;
    private readonly Lazy<Pi3bMachine> _machine;

    public Pi3bPlan(VmFiles files) : base("pi3b")
    {
        _files = files;
        _machine = new Lazy<Pi3bMachine>(() => new Pi3bMachine(new Pi3bFiles(files), Wiring.Keypad));
        Description = $"the app on an emulated Raspberry Pi 3B, through libgpiod {files.Gpiod}";
    }

    public override IReadOnlyList<string> Capabilities { get; } =
        [Capability.HeldKeys, Capability.Chips, Capability.Record, .. Capability.OfOurMeter];

    public override IGuest Guest => _machine.Value;

    public override string? Remark
    {
        get
        {
            var pad = _machine.Value.Pad;
            var (median, longest) = pad.Delay;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"rows were answered after {median.TotalMilliseconds:0.0} ms (median), at most "
                + $"{longest.TotalMilliseconds:0} ms; {pad.LateReads} of {pad.Reads} reads came before the answer");
        }
    }

    private static BoardWiring Wiring { get; } = new GpioRigSettings().Wiring;

    protected override VmRig NewRig() =>
        new(_machine.Value, new Pi3bStore(_machine.Value), _machine.Value.Pad, Wiring, Profile);

    public override void Dispose()
    {
        if (_machine.IsValueCreated) _machine.Value.Dispose();
        else Directory.Delete(_files.Work, recursive: true);
    }
}

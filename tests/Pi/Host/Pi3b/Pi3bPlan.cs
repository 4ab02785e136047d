using System.Globalization;
using HilBench.Board;
using HilBench.Physical;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>The emulated Raspberry Pi 3B. It boots once; the meter's state does not outlive it.</summary>
internal sealed record Pi3bPlan : GuestPlan
{
    private readonly Machines<Pi3bMachine> _machines;

    public Pi3bPlan(VmFiles files) : base("pi3b", files)
    {
        _machines = new Machines<Pi3bMachine>(() => new Pi3bMachine(new Pi3bFiles(files), Wiring.Keypad));
        Description = $"the app on an emulated Raspberry Pi 3B, through {Label}";
    }

    public override IReadOnlyList<string> Capabilities { get; } =
        [Capability.HeldKeys, Capability.Chips, Capability.Record, .. Capability.OfOurMeter];

    public override int Boots => _machines.Boots;

    public override string? Remark
    {
        get
        {
            if (!_machines.IsRunning) return null;
            var pad = _machines.Current.Pad;
            var (median, longest) = pad.Delay;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"rows were answered after {median.TotalMilliseconds:0.0} ms (median), at most "
                + $"{longest.TotalMilliseconds:0} ms; {pad.LateReads} of {pad.Reads} reads came before the answer");
        }
    }

    private static BoardWiring Wiring { get; } = new GpioRigSettings().Wiring;

    public override void Renew() => _machines.Renew();

    protected override void SwitchOff() => _machines.Dispose();

    protected override VmRig NewRig()
    {
        var machine = _machines.Current;
        return new VmRig(machine, new Pi3bStore(machine), machine.Pad, Wiring, Profile);
    }
}

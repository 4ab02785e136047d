using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Outside;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.TokenPort.Links;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// A meter in two parts: both of them ours on emulated chips in virtual time, or one of them in real time, with
/// somebody else's other part on a port.
/// </summary>
public sealed record SplitPlan : RigPlan
{
    internal SplitPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    public SplitRigSettings Settings { get; init; } = new();

    /// <summary>Every byte of the line passes through a terminal driver of the kernel.</summary>
    public bool IsThroughPty { get; init; }

    /// <summary>The port with the other part on it; null = both are ours.</summary>
    public string? Device { get; init; }

    /// <summary>The measuring unit of somebody else, as the file believes it; null where it is ours.</summary>
    internal (VendingKey? Vending, OutsideLedger Ledger)? Another { get; init; }

    /// <summary>The glass is the keypad unit's, which does not start anew with the mains.</summary>
    public override IReadOnlyList<string> Capabilities => Settings.Ours switch
    {
        OurPart.KeypadUnit =>
        [
            Capability.Keys, Capability.Glass, Capability.Contacts, Capability.HeldKeys, Capability.TimedPresses,
            Capability.Chips, Capability.KeypadFaults, Capability.Split, .. OfTheFront,
        ],
        OurPart.MeasuringUnit =>
        [
            Capability.Chips, Capability.MemoryFaults, Capability.BusFaults, Capability.MeasuringUnit,
            .. Capability.OfVirtualTime.Except(
                [Capability.OnePiece, Capability.Keys, Capability.TimedPresses, Capability.LongTimes]),
        ],
        _ =>
        [
            Capability.Contacts, Capability.HeldKeys, Capability.Chips, Capability.MemoryFaults,
            Capability.KeypadFaults, Capability.BusFaults,
            .. Capability.OfVirtualTime.Where(one => one != Capability.OnePiece), .. OfTheFront, Capability.Split,
            Capability.MeasuringUnit,
        ],
    };

    public override bool IsVirtual => Device is null;

    public override int MostAtOnce => IsVirtual ? int.MaxValue : 1;

    public override (KeyParameters Key, VendingKey? Vending)? FixedMeter =>
        Another is { Ledger.Key: { } key } other ? (key, other.Vending) : null;

    public override DateTime? Begins => Another?.Ledger.Begins;

    private IReadOnlyList<string> OfTheFront =>
    [
        .. Settings.Board.Wiring.Indicators.Buzzer is null ? Array.Empty<string>() : [Capability.Buzzer],
        .. Settings.Board.Wiring.Indicators.HasLeds ? [Capability.Leds] : Array.Empty<string>(),
    ];

    /// <summary>A port that is not there, or held, is told once and not for every scenario.</summary>
    public override void Prepare()
    {
        if (Device is { } device) Open(device).Dispose();
    }

    public override IMeterRig Build(ulong seed)
    {
        var settings = Settings;
        if (IsThroughPty) settings = settings with { Carrier = static () => new PtyCarrier() };
        // A meter that is not made anew remembers the tokens of the scenario before.
        Action<TimeSpan>? ended = Another is { } other ? other.Ledger.Advance : null;
        if (Device is { } device)
            settings = settings with { Outside = () => new SplitPort(Open(device), Stop, ended) };
        return new SplitRig(Name, settings, Profile, Tables, seed, Probe);
    }

    private IByteLink Open(string device) => Ports.Call(device, LineForm.EightNone, Settings.Baud);
}

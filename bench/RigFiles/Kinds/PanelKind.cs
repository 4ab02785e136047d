using HilBench.Meter;
using HilBench.Physical.Ports;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>Reads <see cref="PanelPlan"/>.</summary>
internal sealed class PanelKind : RigKind
{
    public override string KeypadKind => "serial-panel";

    public override IReadOnlyList<Partner> Partners { get; } =
    [
        new("clock", "virtual", "wall"), new("meter.kind", "model"), new("display.kind", "serial-panel"),
        new("store.kind", "eeprom"), new("mains", "virtual", "none"), new("load", "virtual", "none"),
        new("press.kind", "hand"),
    ];

    public override RigPlan Read(RigHead head, Setting file)
    {
        var (pad, press, port) = (file.Group("keypad"), file.Group("press"), DisplayPart.PortOf(file.Group("display")));
        var isVirtual = port == Ports.Pty;
        foreach (var (name, wanted) in new[] { ("clock", "wall"), ("mains", "none"), ("load", "none") })
        {
            if (file.Find(name) is not { Value: string said } setting) continue;
            if (said == "virtual" != isVirtual)
                throw setting.Wrong(
                    $"{name} \"{said}\" does not go with display.port \"{port}\"; allowed: "
                    + (isVirtual ? "virtual" : wanted));
        }

        return new PanelPlan(head.Name, head.Profile, head.Tables)
        {
            Port = port,
            Seed = (ulong)file.Number("seed", 1),
            ReconnectPatience = DisplayPart.ReconnectOf(file.Group("display")),
            OperatorPatience = KeypadPart.PatienceOf(pad),
            Settings = new PanelRigSettings
            {
                Panel = KeypadPart.PanelOf(pad, head.Profile.Pad.Keys.Length),
                Press = PressPart.TimingOf(press, new PressTiming()) with { Bounce = TimeSpan.Zero },
                StoreAddress = StorePart.AddressOf(file),
            },
        };
    }
}

/// <summary>Our meter with a serial panel: a virtual one behind a pseudo-terminal, or a real one on a port.</summary>
public sealed record PanelPlan : RigPlan
{
    private readonly CableWatch _cable = new();

    internal PanelPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    public PanelRigSettings Settings { get; init; } = new();

    /// <summary>A device, or <c>pty</c> for a virtual panel.</summary>
    public string Port { get; init; } = Ports.Pty;

    /// <summary>How long an operator may take to press a key of a real panel.</summary>
    public TimeSpan OperatorPatience { get; init; }

    /// <summary>How long the next scenario waits for a real panel whose cable was pulled.</summary>
    public TimeSpan ReconnectPatience { get; init; }

    /// <summary>Who presses the keys of a real panel.</summary>
    public IOperator? Operator { get; init; }

    /// <summary>What a real panel and its meter are told.</summary>
    public PanelPortSettings OnPort => new(Name, Profile, Tables, Port)
    {
        Panel = Settings.Panel, Operator = Operator, OperatorPatience = OperatorPatience, Stop = Stop,
        Probe = Probe,
    };

    /// <summary>A panel on a port cannot be read back.</summary>
    public override string? Caveat => IsVirtual
        ? null
        : "the display was not read back: it was judged by what was sent to it";

    public override bool IsVirtual => Port == Ports.Pty;

    public override IReadOnlyList<string> Capabilities => IsVirtual
        ?
        [
            Capability.Chips, Capability.MemoryFaults, Capability.BusFaults, Capability.CableFaults,
            .. Capability.OfVirtualTime,
        ]
        : [Capability.Record, .. Capability.OfOurMeter];

    public override bool NeedsOperator => !IsVirtual;

    public override RigPlan AttendedBy(IOperator person) => this with { Operator = person };

    public override int MostAtOnce => IsVirtual ? int.MaxValue : 1;

    /// <summary>A port that is not there, or held, is told once and not for every scenario.</summary>
    public override void Prepare()
    {
        if (!IsVirtual) _cable.Open(this).Dispose();
    }

    public override IMeterRig Build(ulong seed) => IsVirtual
        ? new PanelRig(Name, Settings with { Carrier = static () => new PtyCarrier() }, Profile, Tables, seed, Probe)
        : _cable.Open(this);
}

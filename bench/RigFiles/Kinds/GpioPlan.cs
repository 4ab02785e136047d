using HilBench.Meter;
using HilBench.Physical;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>Our meter on real pins, in real time, with an operator's fingers.</summary>
public sealed record GpioPlan : RigPlan, IWiredRig
{
    internal GpioPlan(string name, MeterProfile profile, StaTables tables) : base(name, profile, tables)
    {
    }

    /// <summary>Pins, times and the store.</summary>
    public GpioRigSettings Settings { get; init; } = new();

    /// <summary>Who presses keys and looks at the glass where nothing else does; null where nobody is there.</summary>
    public IOperator? Operator { get; init; }

    public HeaderWiring? Header =>
        new(Settings.Wiring, Settings.Crosspoint, Settings.HasKeypad, Settings.TestLoop);

    public override IReadOnlyList<string> Capabilities =>
    [
        Capability.Record,
        .. Capability.OfOurMeter.Where(one => one != Capability.Glass || !IsUnseen),
        .. Settings.TestLoop is null ? Array.Empty<string>() : [Capability.Load],
    ];

    /// <summary>
    /// Digits of seven segments that nobody looks at: their shadow is no proof, so no scenario may ask what they show.
    /// </summary>
    private bool IsUnseen =>
        Settings is { Wiring.Display.Segments: not null, EffectiveJudge: GlassJudge.Shadow };

    public override bool NeedsOperator => true;

    public override RigPlan AttendedBy(IOperator person) => this with { Operator = person };

    public override int MostAtOnce => 1;

    public override string? Caveat
    {
        get
        {
            string?[] open =
            [
                Settings.HasKeypad ? null : "keys were handed to the meter's program: no keypad was tested",
                Settings.EffectiveJudge == GlassJudge.Shadow
                    ? "the glass is the shadow of what was written, unproven"
                    : null,
            ];
            return open.Any(one => one is not null) ? string.Join("; ", open.Where(one => one is not null)) : null;
        }
    }

    /// <summary>Pins, bus and chips are there, every contact is open, and a test loop is fed.</summary>
    public override void Prepare()
    {
        using var pins = GpioPins.Open(Settings);
        if (Settings.TestLoop is { } testLoop)
        {
            using var loop = new TestLoop(pins.Board.Device(testLoop.Address), testLoop, new WallClock());
            loop.Look();
        }

        if (Settings.Crosspoint is not { } crosspoint || !Settings.HasKeypad) return;
        using var contacts = new Crosspoint(
            pins.Board.Device(crosspoint.Address), pins.Gpio, crosspoint, new WallClock());
    }

    public override IMeterRig Build(ulong seed)
    {
        SegmentFit.Demand(Settings.Wiring.Display, Profile);
        return new PhysicalRig(
            Name, MeterOnPins.Open(Settings, Profile, Tables), Settings, Profile, Operator, Stop);
    }
}

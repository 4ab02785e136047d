using HilBench.Meter;
using HilBench.Physical;
using HilBench.Physical.Ports;
using HilBench.Rig.Outside;
using HilBench.Rig.Virtual;
using HilBench.Roles;
using HilBench.TokenPort;
using HilBench.TokenPort.Links;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.RigFiles;

/// <summary>Reads <see cref="OutsidePlan"/>.</summary>
internal sealed class OutsideKind : RigKind
{
    private static readonly string[] OfOurBoard = [
        "keypad", "display", "store", "loadSwitch", "buzzer", "leds", "press", "gpioChip", "testLoop",
    ];

    public override string KeypadKind => "none";

    public override string MeterKind => "token-port";

    public override IReadOnlyList<Partner> Partners => [];

    public override RigPlan Read(RigHead head, Setting file) =>
        new OutsidePlan(head.Name, head.Profile, head.Tables, MeterPart.Of(file))
        {
            Seed = (ulong)file.Number("seed", 1),
        };

    protected override RigKind Checked(Setting file)
    {
        foreach (var name in OfOurBoard)
        {
            if (file.Find(name) is { } setting)
            {
                throw setting.Wrong(
                    $"{name} does not go with meter.kind \"token-port\": the bench has only the port of that meter");
            }
        }

        if (file.Find("load") is { Value: "test-loop" } load)
            throw load.Wrong("load \"test-loop\" does not go with meter.kind \"token-port\"; allowed: none");
        var clock = MeterPart.PortOf(file.Group("meter")) == OutsideSettings.Virtual ? "virtual" : "wall";
        if (clock == "virtual" && file.Find("mains") is { Value: MainsRelayPart.Choice } mains)
            throw mains.Wrong("mains \"relay\" does not go with meter.port \"virtual\"; allowed: none");
        if (file.Find("clock") is { Value: string said } wrong && said != clock)
            throw wrong.Wrong($"clock \"{said}\" does not go with this meter.port; allowed: {clock}");
        return this;
    }
}

/// <summary>Any meter behind a token port; the firmware model runs beside it.</summary>
public sealed record OutsidePlan : RigPlan, IWiredRig
{
    private readonly OutsideLedger _ledger;
    private readonly MeterPower? _power;

    internal OutsidePlan(string name, MeterProfile profile, StaTables tables, OutsideSettings settings)
        : base(name, profile, tables)
    {
        Settings = settings;
        _ledger = new OutsideLedger(settings.Key, settings.FirstTokenAt);
        if (settings.MainsRelay is { } relay)
        {
            _power = new MeterPower(
                relay, () => I2cBuses.Open(settings.I2cBus, relay.Address), new WallClock());
        }
    }

    /// <summary>The relay in the meter's mains; null where there is none.</summary>
    internal MeterPower? Power => _power;

    public OutsideSettings Settings { get; }

    /// <summary>The relay is all of this rig that has wires.</summary>
    public HeaderWiring? Header => Settings.MainsRelay is { } relay ? new HeaderWiring(relay) : null;

    public override IReadOnlyList<string> Capabilities => Settings.IsVirtual
        ?
        [
            Capability.Readings, Capability.MadeToOrder, Capability.AnyDates, Capability.LongTimes,
            Capability.CableFaults, Capability.PortNoise,
        ]
        : [Capability.Readings, .. _power is null ? Array.Empty<string>() : [Capability.Mains]];

    public override bool IsOurMeter => false;

    public override bool IsVirtual => Settings.IsVirtual;

    public override int MostAtOnce => Settings.IsVirtual ? int.MaxValue : 1;

    public override (KeyParameters Key, VendingKey? Vending)? FixedMeter =>
        Settings.IsVirtual ? null : (Settings.Key, Settings.VendingKey);

    /// <summary>A meter that is not made here is another one now, of which nothing is known yet.</summary>
    public override RigPlan Holding(OrderedMeter meter)
    {
        var held = base.Holding(meter);
        if (Settings.IsVirtual) return held;
        var settings = Settings with { Key = meter.Key, VendingKey = meter.Vending };
        return new OutsidePlan(Name, Profile, Tables, settings)
        {
            File = File,
            Description = Description,
            Labels = held.Labels,
            Seed = Seed,
            Stop = Stop,
            Probe = Probe,
            LeavesOut = LeavesOut,
            Faults = Faults,
        };
    }

    public override DateTime? Begins => Settings.IsVirtual ? null : _ledger.Begins;

    public override void Prepare()
    {
        if (Settings.IsVirtual) return;
        PowerOn();
        var clock = new WallClock();
        using var link = Open();
        using var port = PortOver(link, clock, _ledger);
        port.Prepare(Station());
    }

    public override IMeterRig Build(ulong seed)
    {
        if (Settings.IsVirtual) return BuildVirtual();
        if (_ledger.GivenUp is { } why) throw new RigFaultException(why);
        var clock = new WallClock();
        IByteLink? link = null;
        try
        {
            PowerOn();
            link = Open();
            var port = PortOver(link, clock, _ledger);
            port.ReadKeyRevision();
            _ledger.Answered();
            if (_power is not null) _power.Changed = port.Mains;
            return new OutsideRig(Name, Profile, clock, link, port, stored: () => null, _power);
        }
        catch (Exception wrong)
        {
            // Whatever was wrong with its first answer: the port is free for the next scenario, and for others.
            link?.Dispose();
            if (wrong is LinkLostException) _ledger.Silent(wrong.Message);
            throw;
        }
    }

    /// <summary>
    /// A meter whose key a scenario has changed gets back the key of the rig file; where that cannot be done, the
    /// answer says what to write into the file. Its mains is off afterwards, where there is a relay.
    /// </summary>
    public override string? Finish()
    {
        try
        {
            return GiveBack();
        }
        finally
        {
            _power?.Dispose();
        }
    }

    /// <summary>The meter has its mains, before anybody speaks to it.</summary>
    private void PowerOn()
    {
        if (_power is null) return;
        (_power.Changed, _power.Stop) = (static _ => { }, Stop);
        _power.Return();
    }

    private string? GiveBack()
    {
        if (Settings.IsVirtual || (_ledger.Key == Settings.Key && !_ledger.HasPending)) return null;
        if (Stop.IsCancellationRequested || _ledger.GivenUp is not null) return KeyAdvice();
        try
        {
            PowerOn();
            using var link = Open();
            using var port = PortOver(link, new WallClock(), _ledger);
            port.GiveKeyBack(Station());
            return null;
        }
        catch (Exception wrong) when (wrong is RigFaultException or StimulusNotDeliveredException
            or VendingRefusedException or OperationCanceledException)
        {
            return wrong is OperationCanceledException ? KeyAdvice() : $"{wrong.Message}; {KeyAdvice()}";
        }
    }

    private string KeyAdvice()
    {
        if (_ledger.Key is not { } key)
            return "the meter is left under a key the bench cannot name: it has to be brought back before the next run";
        var lines = RigFileKey.Lines(key, Settings.Key);
        return lines.Length == 0
            ? "the meter is left with a key change half done: it forgets it by itself after a while"
            : $"the meter is left under another key than {Settings.RigFile ?? "the rig file"} says: "
                + $"before the next run put {lines} into \"meter\" of that file";
    }

    private OutsideRig BuildVirtual()
    {
        var key = new MeterKey(
            Station().KeyOf(Settings.Key), Settings.Key.Krn, Settings.Key.KeyType, Settings.Key.Ti, Settings.Key.Sgc,
            KeyExpiry.Never);
        var made = MeterRegisters.AsMade(
            Settings.Key.Pan, key, TidStore.Empty(Profile.TidStoreSize), EnergyAmount.Zero);
        var meter = new VirtualPortMeter(Profile, Tables, made, probe: Probe);
        var ledger = new OutsideLedger(Settings.Key, Settings.FirstTokenAt);
        return new OutsideRig(Name, Profile, meter, meter, PortOver(meter, meter, ledger), () => meter.Stored)
        {
            Make = meter.Manufacture,
            Faults = meter.Faults,
        };
    }

    private IByteLink Open() =>
        new StoppableLink(Ports.Call(Settings.Port, Settings.Form, BaudCharacters.First), Stop);

    private OutsidePort PortOver(IByteLink link, IBenchClock clock, OutsideLedger ledger) =>
        new(
            new TokenPortClient(
                ProbedLink.Of(link, Probe, clock, ProbedLink.TokenPort), clock, Settings.Call),
            Settings, ledger, clock, Profile, Tables);

    private VendingStation Station()
    {
        var station = new VendingStation(Tables, Seed);
        if (Settings.VendingKey is { } key) station.Hold(Settings.Key.Derivation, key);
        return station;
    }
}

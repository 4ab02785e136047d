using HilBench.Board;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>Everything about a meter on real pins that a rig file may say.</summary>
public sealed record GpioRigSettings
{
    /// <summary>BCM pin numbers; the same wiring as the emulated board's.</summary>
    public BoardWiring Wiring { get; init; } = new(
        new KeypadWiring([5, 6, 13, 19], [12, 16, 20], KeypadWiring.TelephonePad),
        new LcdWiring(RegisterSelect: 26, Enable: 21, D4: 4, D5: 17, D6: 27, D7: 22),
        LoadSwitch: 18);

    public KeypadTiming Keypad { get; init; } = new();

    /// <summary>The GPIO chip: its device name or label; null = the one whose label is a Raspberry Pi's.</summary>
    public string? Chip { get; init; }

    /// <summary>Where the meter keeps its record.</summary>
    public StoreSettings Store { get; init; } = new StoreSettings.Folder("/var/lib/hilbench");

    /// <summary>The bus of the chips on I2C: the number in /dev/i2c-N.</summary>
    public int I2cBus { get; init; } = 1;

    /// <summary>False: only the display is real, and keys are handed to the meter's program.</summary>
    public bool HasKeypad { get; init; } = true;

    /// <summary>The crosspoint switch that presses the keys; null = an operator does.</summary>
    public CrosspointSettings? Crosspoint { get; init; }

    /// <summary>The loop through the load switch; null = nobody sees its contact.</summary>
    public TestLoopSettings? TestLoop { get; init; }

    /// <summary>How long the crosspoint switch presses, and waits.</summary>
    public PressTiming Press { get; init; } = new();

    public GlassJudge Judge { get; init; } = GlassJudge.Panel;

    /// <summary>Who can tell what stands on the glass: a panel that cannot be read back is no witness.</summary>
    public GlassJudge EffectiveJudge =>
        Judge == GlassJudge.Panel && !Wiring.Display.CanReadBack ? GlassJudge.Shadow : Judge;

    /// <summary>Every pin of the processor that the rig uses.</summary>
    public IReadOnlyList<int> Pins() => [.. HasKeypad ? Wiring.Keypad.Inputs : [], .. Outputs()];

    /// <summary>The pins among them that are driven.</summary>
    public IReadOnlyList<int> Outputs() =>
    [
        .. HasKeypad ? Wiring.Outputs() : [.. Wiring.Display.Pins, .. Wiring.Others()],
        .. Crosspoint?.Reset is { } reset ? [reset] : Array.Empty<int>(),
    ];

    /// <summary>The chips that must answer on <see cref="I2cBus"/>.</summary>
    public IReadOnlyList<I2cChipPlace> Chips()
    {
        var chips = Wiring.Chips().Where(chip => HasKeypad || chip.Address != Wiring.Keypad.Expander?.Address).ToList();
        if (Crosspoint is { } crosspoint) chips.Add(new("the crosspoint switch ADG2128", crosspoint.Address));
        if (TestLoop is { } loop) chips.Add(new("the test loop's INA236", loop.Address));
        return chips;
    }

    /// <summary>What is wrong with the rig as a whole, or null.</summary>
    public string? Problem()
    {
        if (Wiring.Problem() is { } wiring) return wiring;
        if (Crosspoint?.Problem(Wiring.Keypad) is { } crosspoint) return crosspoint;
        if (TestLoop?.Problem() is { } loop) return loop;
        var shared = Chips().GroupBy(chip => chip.Address).FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
            return $"{string.Join(" and ", shared.Select(chip => chip.What))} cannot both answer to 0x{shared.Key:X2}";
        var twice = Pins().GroupBy(pin => pin).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : $"pin {twice.Key} is used twice";
    }

    /// <summary>How long an operator may take to press a key.</summary>
    public TimeSpan OperatorPatience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>Who says what stands on the glass of a real panel.</summary>
public enum GlassJudge
{
    /// <summary>The panel itself, read back over R/W.</summary>
    Panel,

    /// <summary>Nobody: what was written is believed, and the verdict says so.</summary>
    Shadow,

    /// <summary>A person, asked for every picture a verdict stands on.</summary>
    Operator,
}

/// <summary>A place for the record: a folder of the computer, or a chip beside it.</summary>
public abstract record StoreSettings
{
    private StoreSettings()
    {
    }

    public sealed record Folder(string Path) : StoreSettings;

    public sealed record Eeprom(int Bus, int Address) : StoreSettings;

    /// <exception cref="RigFaultException">The place cannot be used; the message says what to do.</exception>
    public IRecordStore Open(IBenchClock clock, int slotBytes) => this switch
    {
        Folder folder => new FileRecordStore(folder.Path, slotBytes),
        Eeprom chip => new EepromRecordStore(I2cBuses.Open(chip.Bus, chip.Address), clock, slotBytes),
        _ => throw new InvalidOperationException($"No store {this}."),
    };
}

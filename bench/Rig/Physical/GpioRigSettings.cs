using HilBench.Rig.Board;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical;

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

    /// <summary>How long an operator may take to press a key.</summary>
    public TimeSpan OperatorPatience { get; init; } = TimeSpan.FromSeconds(60);
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
    internal IRecordStore Open(IBenchClock clock, int slotBytes) => this switch
    {
        Folder folder => new FileRecordStore(folder.Path, slotBytes),
        Eeprom chip => new EepromRecordStore(I2cBuses.Open(chip.Bus, chip.Address), clock, slotBytes),
        _ => throw new InvalidOperationException($"No store {this}."),
    };
}

namespace HilBench.Roles;

/// <summary>
/// What a rig can do for a scenario. Steps name what they need, a plan names what its rig has, and a scenario that
/// needs more is refused by name before anything runs. The words are meant to be read in that refusal.
/// </summary>
public static class Capability
{
    /// <summary>Contacts that can be made to chatter.</summary>
    public const string Contacts = "contacts";

    /// <summary>Keys that go down and stay there, and a meter that could notice it.</summary>
    public const string HeldKeys = "keys that stay down";

    /// <summary>Presses that last as long as the scenario says.</summary>
    public const string TimedPresses = "presses timed to the millisecond";

    /// <summary>Chips that notice when the firmware misuses them.</summary>
    public const string Chips = "chips";

    /// <summary>A supply the bench can switch off and on.</summary>
    public const string Mains = "switched mains";

    /// <summary>A supply that can fail in the middle of a save.</summary>
    public const string SaveCuts = "power cuts in a save";

    /// <summary>A load the bench can draw, and a load switch it can see.</summary>
    public const string Load = "a load";

    /// <summary>The stored record, read without disturbing the meter.</summary>
    public const string Record = "a readable record";

    /// <summary>A store the bench can spoil.</summary>
    public const string Spoiling = "a store to spoil";

    /// <summary>Hours and days that pass in no time.</summary>
    public const string LongTimes = "hours that pass at once";

    /// <summary>Keys to press.</summary>
    public const string Keys = "keys";

    /// <summary>A display to read.</summary>
    public const string Glass = "a display";

    /// <summary>Credit and key revision, from the record or by a port.</summary>
    public const string Readings = "readings of the meter";

    /// <summary>A meter as the scenario describes it, whatever that is.</summary>
    public const string MadeToOrder = "a meter made to order";

    /// <summary>Tokens of any date: the meter has seen none but this scenario's.</summary>
    public const string AnyDates = "tokens of any date";

    /// <summary>A buzzer the bench can hear.</summary>
    public const string Buzzer = "a buzzer";

    /// <summary>Lamps on the meter's front that the bench can see.</summary>
    public const string Leds = "LEDs";

    /// <summary>A pad whose wires and keys can be broken.</summary>
    public const string KeypadFaults = "faults of the keypad";

    /// <summary>A display that can be unplugged and broken.</summary>
    public const string DisplayFaults = "faults of the display";

    /// <summary>An EEPROM that can fail.</summary>
    public const string MemoryFaults = "faults of the memory";

    /// <summary>A bus that the memory has for itself, and that can hang.</summary>
    public const string BusFaults = "faults of the memory's bus";

    /// <summary>A supply that can dip for milliseconds.</summary>
    public const string MainsFaults = "dips of the mains";

    /// <summary>A supply whose voltage the bench can set.</summary>
    public const string MainsVoltage = "a mains of any voltage";

    /// <summary>A load switch whose contact can be welded or burnt.</summary>
    public const string SwitchFaults = "faults of the load switch";

    /// <summary>A cover the bench can open, with a switch under it.</summary>
    public const string Cover = "a cover switch";

    /// <summary>A meter whose own clock can be disturbed.</summary>
    public const string ClockFaults = "faults of the meter's clock";

    /// <summary>A serial cable that can be pulled and disturbed.</summary>
    public const string CableFaults = "faults of a serial cable";

    /// <summary>A line to a token port that can be disturbed.</summary>
    public const string PortNoise = "noise on a token port";

    /// <summary>A meter in two parts: keypad unit and measuring unit, and a line between them.</summary>
    public const string Split = "a keypad unit apart from the meter";

    /// <summary>The measuring unit of a split meter, to look at.</summary>
    public const string MeasuringUnit = "a measuring unit to look at";

    /// <summary>Keys and display that go with the meter's mains and its clock: they are on its own board.</summary>
    public const string OnePiece = "a meter in one piece";

    /// <summary>Every word above: what a rig file may name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Contacts, HeldKeys, TimedPresses, Chips, Mains, SaveCuts, Load, Record, Spoiling, LongTimes, Keys, Glass,
        Readings, MadeToOrder, AnyDates, Buzzer, Leds, KeypadFaults, DisplayFaults, MemoryFaults, BusFaults,
        MainsFaults, MainsVoltage, SwitchFaults, Cover, ClockFaults, CableFaults, PortNoise,
        Split, MeasuringUnit, OnePiece,
    ];

    /// <summary>What every rig with our own meter on it has: it is made anew for each scenario, keys, glass.</summary>
    public static IReadOnlyList<string> OfOurMeter { get; } = [Keys, Glass, Readings, MadeToOrder, AnyDates, OnePiece];

    /// <summary>What the rigs in virtual time have, with or without pins.</summary>
    public static IReadOnlyList<string> OfVirtualTime { get; } =
    [
        TimedPresses, Mains, SaveCuts, Load, Record, Spoiling, LongTimes, MainsFaults, MainsVoltage, SwitchFaults,
        Cover, ClockFaults,
        .. OfOurMeter,
    ];
}

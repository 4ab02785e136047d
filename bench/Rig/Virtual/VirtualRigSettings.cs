using HilBench.Board;
using HilBench.Chips;
using HilBench.Rig.Fingers;
using HilBench.Rig.Surroundings;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>
/// Everything about a virtual rig that a rig file may say; the defaults are <c>rigs/virtual.json</c>.
/// </summary>
public sealed record VirtualRigSettings
{
    /// <summary>BCM pin numbers of a Raspberry Pi header, chosen so that the same wiring fits a real one.</summary>
    public BoardWiring Wiring { get; init; } = new(
        new KeypadWiring([5, 6, 13, 19], [12, 16, 20], Legend: []),
        new LcdWiring(RegisterSelect: 26, Enable: 21, D4: 4, D5: 17, D6: 27, D7: 22),
        LoadSwitch: 18);

    public KeypadTiming Keypad { get; init; } = new();

    public PressTiming Press { get; init; } = new();

    /// <summary>Where the EEPROM answers on its bus.</summary>
    public int StoreAddress { get; init; } = 0x50;

    /// <summary>Whether each key has a diode.</summary>
    public KeypadDiodes Diodes { get; init; } = KeypadDiodes.None;

    /// <summary>The crosspoint switch that presses the keys; null = fingers do.</summary>
    public CrosspointSettings? Crosspoint { get; init; }

    /// <summary>The loop through the load switch; null = the bench looks at the switch itself.</summary>
    public TestLoopSettings? TestLoop { get; init; }

    /// <summary>What has become of the load switch's contact, where there is a loop through it.</summary>
    public ContactCondition Contact { get; init; }

    /// <summary>The relay in the meter's supply; null = the bench switches the supply itself.</summary>
    public MainsRelaySettings? MainsRelay { get; init; }

    /// <summary>Clock of the I2C bus; null = transfers take no time.</summary>
    public int? I2cHz { get; init; }

    /// <summary>The seed of everything random when the run names none.</summary>
    public ulong Seed { get; init; } = 1;
}

using System.Device.I2c;
using HilBench.Meter;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// Somebody else's drivers for parts of the board, chosen by <c>driver</c> in the rig file. They must do what ours do:
/// the same contract tests run over them.
/// </summary>
public interface IPartDrivers
{
    /// <summary>A panel on pins or behind a backpack, as the wiring says.</summary>
    /// <exception cref="RigFaultException">They cannot drive a panel that is wired so.</exception>
    ICharacterDisplay Display(
        BoardPins pins, LcdWiring wiring, IBenchClock clock, DisplaySize size, IReadOnlyList<LcdGlyph> glyphs);

    /// <summary>An MCP23017 that holds the wires of a pad.</summary>
    IExpanderRegisters Expander(I2cDevice device);

    /// <summary>What is wrong with this wiring for them, or null; asked before anything is opened.</summary>
    string? Problem(LcdWiring wiring);
}

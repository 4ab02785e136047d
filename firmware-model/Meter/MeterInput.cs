using HilBench.Tokens;

namespace HilBench.Meter;

/// <summary>
/// Everything that can happen to a meter. Time comes beside it, as an argument of <see cref="Meter.Handle"/>.
/// </summary>
public abstract record MeterInput
{
    private MeterInput()
    {
    }

    /// <summary>The mains is there; the board has read both slots of its store.</summary>
    public sealed record PowerUp(ReadOnlyMemory<byte> SlotA, ReadOnlyMemory<byte> SlotB) : MeterInput;

    /// <summary>
    /// The mains has failed and the supply lives on its reserve: the last moment to save what is not saved yet. It may
    /// come too late, or never.
    /// </summary>
    public sealed record PowerFailing : MeterInput;

    /// <summary>The mains came back before the reserve was used up.</summary>
    public sealed record PowerRecovered : MeterInput;

    /// <summary>The mains is gone: nothing more can be shown or saved.</summary>
    public sealed record PowerDown : MeterInput;

    /// <summary>One debounced press of the key with this legend.</summary>
    public sealed record KeyPressed(char Key) : MeterInput;

    /// <summary>The scanner gave up on a key that never came back.</summary>
    public sealed record KeyStuck(char Key) : MeterInput;

    /// <summary>A token that came by another way than the keypad; any text, the meter judges its form.</summary>
    public sealed record TokenReceived(string Digits) : MeterInput;

    /// <summary>
    /// The metrology chip's reading: the power the house would draw through a closed switch, and the largest difference
    /// between two of its phases.
    /// </summary>
    public sealed record LoadDraws(Watts Power, Watts Unbalance = default) : MeterInput;

    /// <summary>The metrology chip's reading of the mains, told whenever it changes.</summary>
    public sealed record MainsVoltage(Volts Voltage) : MeterInput;

    /// <summary>
    /// The metrology chip sees this power through a load switch that was ordered open; zero = no more.
    /// </summary>
    public sealed record SwitchLeaks(Watts Power) : MeterInput;

    /// <summary>Somebody opened the cover.</summary>
    public sealed record CoverOpened : MeterInput;

    /// <summary>Somebody opened the cover over the terminals.</summary>
    public sealed record TerminalCoverOpened : MeterInput;

    /// <summary>The moment in <see cref="Meter.Due"/> has come.</summary>
    public sealed record TimePassed : MeterInput;

    /// <summary>The store did not read back what a <see cref="Effect.Save"/> wrote.</summary>
    public sealed record SaveFailed(int Slot) : MeterInput;
}

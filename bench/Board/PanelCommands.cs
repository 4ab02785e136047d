namespace HilBench.Board;

/// <summary>
/// The Matrix Orbital command set as far as the meter uses it: every command begins with FE, every other byte is text
/// (docs/hardware/serial-panel.md).
/// </summary>
internal static class PanelCommands
{
    public const byte Prefix = 0xFE;
    public const byte PollKeys = 0x26;
    public const byte AutoTransmitOn = 0x41;
    public const byte BacklightOn = 0x42;
    public const byte WrapOff = 0x44;
    public const byte ClearKeys = 0x45;
    public const byte CursorTo = 0x47;
    public const byte DrawCharacter = 0x4E;
    public const byte AutoTransmitOff = 0x4F;
    public const byte Debounce = 0x55;
    public const byte Clear = 0x58;

    /// <summary>Of a reply to <see cref="PollKeys"/>: more keys wait.</summary>
    public const byte MoreKeys = 0x80;
}

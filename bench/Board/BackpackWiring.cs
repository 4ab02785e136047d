namespace HilBench.Board;

/// <summary>
/// A PCF8574 between I²C and the panel: the pins of <see cref="LcdWiring"/> are its lines P0 to P7 then.
/// </summary>
/// <param name="Address">0x20 to 0x27, or 0x38 to 0x3F for a PCF8574A.</param>
/// <param name="Backlight">The line that lights the panel while it is high; null = the light is not switched.</param>
public sealed record BackpackWiring(int Address, int? Backlight = 3)
{
    public const int Lines = 8;

    /// <summary>What nearly every backpack has: RS, R/W, E and the light on P0 to P3, D4 to D7 on P4 to P7.</summary>
    public static LcdWiring Usual(int address = 0x27) =>
        new(RegisterSelect: 0, Enable: 2, D4: 4, D5: 5, D6: 6, D7: 7, ReadWrite: 1) { Backpack = new(address) };

    internal static bool IsAddress(int address) => address is >= 0x20 and <= 0x27 or >= 0x38 and <= 0x3F;
}

namespace HilBench.Board;

/// <summary>
/// The pins of an HD44780 in 4-bit mode. <paramref name="ReadWrite"/> is null when R/W is tied low, which is the only
/// safe way to hang a 5 V panel on 3.3 V pins; the driver then waits out every instruction instead of asking.
/// </summary>
public sealed record LcdWiring(int RegisterSelect, int Enable, int D4, int D5, int D6, int D7, int? ReadWrite = null)
{
    /// <summary>The expander whose lines these pins are; null = pins of the processor.</summary>
    public BackpackWiring? Backpack { get; init; }

    public LcdDriver Driver { get; init; }

    /// <summary>Digits of seven segments in the place of an HD44780, which has no pins then; null = none.</summary>
    public SegmentWiring? Segments { get; init; }

    /// <summary>What the panel holds can be read: R/W is wired, and the driver reads.</summary>
    public bool CanReadBack => Segments is null && ReadWrite is not null && Driver == LcdDriver.Own;

    /// <summary>D4 to D7, the least significant first.</summary>
    public IReadOnlyList<int> Data => [D4, D5, D6, D7];

    /// <summary>Every line to the panel.</summary>
    public IReadOnlyList<int> Lines => Segments is not null
        ? []
        : [RegisterSelect, Enable, .. Data, .. Some(ReadWrite), .. Some(Backpack?.Backlight)];

    /// <summary>The processor's pins among them.</summary>
    public IReadOnlyList<int> Pins => Backpack is null ? Lines : [];

    /// <summary>What is wrong with this wiring, or null.</summary>
    public string? Problem()
    {
        if (Segments is not null) return Segments.Problem();
        if (Lines.Distinct().Count() != Lines.Count) return "a pin is used twice";
        if (Backpack is null) return null;
        if (!BackpackWiring.IsAddress(Backpack.Address))
            return $"no PCF8574 answers to 0x{Backpack.Address:X2}; allowed: 0x20 to 0x27 and 0x38 to 0x3F";
        return Lines.Max() < BackpackWiring.Lines ? null : $"a PCF8574 has lines 0 to 7, not {Lines.Max()}";
    }

    private static int[] Some(int? pin) => pin is { } there ? [there] : [];
}

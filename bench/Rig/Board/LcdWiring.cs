namespace HilBench.Rig.Board;

/// <summary>
/// The pins of an HD44780 in 4-bit mode. <paramref name="ReadWrite"/> is null when R/W is tied low, which is the only
/// safe way to hang a 5 V panel on 3.3 V pins; the driver then waits out every instruction instead of asking.
/// </summary>
public sealed record LcdWiring(int RegisterSelect, int Enable, int D4, int D5, int D6, int D7, int? ReadWrite = null)
{
    /// <summary>D4 to D7, the least significant first.</summary>
    public IReadOnlyList<int> Data => [D4, D5, D6, D7];

    /// <summary>What is wrong with this wiring, or null.</summary>
    public string? Problem()
    {
        int[] pins = [RegisterSelect, Enable, D4, D5, D6, D7, .. ReadWrite is { } pin ? new[] { pin } : []];
        return pins.Distinct().Count() == pins.Length ? null : "a pin is used twice";
    }
}

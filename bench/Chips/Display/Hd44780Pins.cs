namespace HilBench.Chips;

/// <summary>
/// Which header pins the display hangs on. <paramref name="Data"/> = D4 to D7, or D0 to D7 for the wide interface;
/// <paramref name="ReadWrite"/> null = R/W tied low, the display can only be written.
/// </summary>
public sealed record Hd44780Pins(int RegisterSelect, int Enable, IReadOnlyList<int> Data, int? ReadWrite = null);

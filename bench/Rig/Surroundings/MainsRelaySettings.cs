namespace HilBench.Rig.Surroundings;

/// <summary>A relay in the mains of the meter under test, on a board with an MCP23017.</summary>
/// <param name="Line">The line of the relay's input: GPA0 to GPA7 = 0 to 7, GPB0 to GPB7 = 8 to 15.</param>
/// <param name="Address">0x20 to 0x27.</param>
/// <param name="IsActiveLow">The relay draws while its input is low.</param>
public sealed record MainsRelaySettings(
    int Line, int Address = MainsRelaySettings.FirstAddress, bool IsActiveLow = false)
{
    public const int FirstAddress = 0x20;
    public const int LastAddress = 0x27;
    public const int LastLine = 15;

    /// <summary>How long the meter takes from the mains to its first answer.</summary>
    public TimeSpan Boot { get; init; } = TimeSpan.FromSeconds(5);
}

namespace HilBench.Meter;

/// <summary>
/// Signs of the meter that no alphabet has. A board without a way to draw them shows a question mark.
/// </summary>
public static class Icon
{
    /// <summary>Power flows to the house.</summary>
    public const char House = '⌂';

    /// <summary>The load switch is open.</summary>
    public const char Open = '╱';

    /// <summary>A tamper is latched.</summary>
    public const char Tamper = '⚿';

    /// <summary>The batteries of a keypad unit are low.</summary>
    public const char Battery = '▯';
}

namespace HilBench.Chips;

/// <summary>
/// The supply is gone while the firmware was executing. It unwinds the firmware out of its step; nothing above the
/// processor sees it, and firmware that swallows it meets it again in its next wait.
/// </summary>
public sealed class PowerLostException(TimeSpan at) : Exception($"The power was lost at {at}.")
{
    public TimeSpan At { get; } = at;
}

namespace HilBench.Chips;

/// <summary>A chip input (or a test's probe) that reacts when the level of a pin changes.</summary>
public interface IPinWatcher
{
    /// <summary>
    /// The resolved level of <paramref name="pin"/> is now <paramref name="high"/>; it was the other.
    /// </summary>
    void PinChanged(int pin, bool high);
}

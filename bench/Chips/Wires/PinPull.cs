namespace HilBench.Chips;

/// <summary>A resistor that gives a wire its level as long as nothing stronger drives it.</summary>
public enum PinPull
{
    None,
    Up,
    Down,
}

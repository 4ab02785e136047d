namespace HilBench.Meter;

/// <summary>The switch between the mains and the customer's house.</summary>
public enum LoadSwitchPosition
{
    Closed = 0,
    Open = 1,
}

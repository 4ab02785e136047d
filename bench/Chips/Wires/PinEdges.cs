using System.Device.Gpio;

namespace HilBench.Chips;

/// <summary>
/// The edge callbacks of one pin. The event arguments are made once: they say nothing but pin and edge.
/// </summary>
internal sealed class PinEdges(int pin, int powerFailures)
{
    private readonly PinValueChangedEventArgs _risingArgs = new(PinEventTypes.Rising, pin);
    private readonly PinValueChangedEventArgs _fallingArgs = new(PinEventTypes.Falling, pin);
    private PinChangeEventHandler? _rising;
    private PinChangeEventHandler? _falling;

    /// <summary>How often the board had lost power when these were registered.</summary>
    public int PowerFailures { get; } = powerFailures;

    public bool IsEmpty => _rising is null && _falling is null;

    public void Add(PinEventTypes types, PinChangeEventHandler callback)
    {
        if (types.HasFlag(PinEventTypes.Rising)) _rising += callback;
        if (types.HasFlag(PinEventTypes.Falling)) _falling += callback;
    }

    public void Remove(PinChangeEventHandler callback)
    {
        _rising -= callback;
        _falling -= callback;
    }

    public void Raise(object sender, bool high)
    {
        if (high) _rising?.Invoke(sender, _risingArgs);
        else _falling?.Invoke(sender, _fallingArgs);
    }
}

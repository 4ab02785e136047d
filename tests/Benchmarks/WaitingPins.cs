using System.Device.Gpio;

namespace HilBench.Benchmarks;

/// <summary>The bench's pins for a stock driver: time passes between two of its touches.</summary>
/// <param name="pins">The pins; they stay the bench's own.</param>
/// <param name="time">What passes.</param>
internal sealed class WaitingPins(GpioController pins, PassingTime time) : GpioDriver
{
    private readonly HashSet<int> _open = [];

    protected override int PinCount => pins.PinCount;

    protected override void OpenPin(int pinNumber)
    {
        pins.OpenPin(pinNumber);
        _open.Add(pinNumber);
    }

    protected override void ClosePin(int pinNumber)
    {
        pins.ClosePin(pinNumber);
        _open.Remove(pinNumber);
    }

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) =>
        pins.IsPinModeSupported(pinNumber, mode);

    protected override PinMode GetPinMode(int pinNumber) => pins.GetPinMode(pinNumber);

    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        time.CatchUp();
        pins.SetPinMode(pinNumber, mode);
        time.Touched();
    }

    protected override PinValue Read(int pinNumber)
    {
        time.CatchUp();
        var value = pins.Read(pinNumber);
        time.Touched();
        return value;
    }

    protected override void Write(int pinNumber, PinValue value)
    {
        time.CatchUp();
        pins.Write(pinNumber, value);
        time.Touched();
    }

    protected override WaitForEventResult WaitForEvent(
        int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        pins.WaitForEvent(pinNumber, eventTypes, cancellationToken);

    protected override ValueTask<WaitForEventResult> WaitForEventAsync(
        int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        pins.WaitForEventAsync(pinNumber, eventTypes, cancellationToken);

    protected override void AddCallbackForPinValueChangedEvent(
        int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) =>
        pins.RegisterCallbackForPinValueChangedEvent(pinNumber, eventTypes, callback);

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        pins.UnregisterCallbackForPinValueChangedEvent(pinNumber, callback);

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var pin in _open.ToArray()) ClosePin(pin);
    }
}

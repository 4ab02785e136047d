using System.Device.Gpio;
using System.Runtime.CompilerServices;

namespace HilBench.Chips;

/// <summary>
/// The processor's GPIO block behind a plain <see cref="GpioController"/>: code above cannot tell it from silicon.
/// Edge callbacks run at the moment the level changes, on the bench's one thread, in the middle of whatever changed it
/// (a contact, or the firmware's own write); like an interrupt handler they must not wait.
/// </summary>
/// <remarks>
/// <para>
/// What is called for every pin of every scan is compiled well at once: a run is over before the runtime would do so.
/// </para>
/// <para>While the board has no power, every call is without effect, since no firmware is running.</para>
/// <para>
/// Blocking waits for an edge are refused: the bench has one thread, and blocking it would stop the time in which the
/// edge could come. Register a callback and let the processor sleep instead.
/// </para>
/// </remarks>
public sealed class EmulatedGpioDriver(PinHeader header) : GpioDriver, IPinWatcher
{
    private const string NoBlocking =
        "The emulated GPIO driver does not block for an edge: one thread runs the whole bench. Register a callback.";

    private readonly PinEdges?[] _edges = new PinEdges?[header.PinCount];
    private ulong _open;

    public PinHeader Header { get; } = header;

    protected override int PinCount => Header.PinCount;

    void IPinWatcher.PinChanged(int pin, bool high)
    {
        // Firmware that was running when the power failed no longer handles interrupts.
        if (_edges[pin] is { } edges && edges.PowerFailures == Header.PowerFailures) edges.Raise(this, high);
    }

    protected override void OpenPin(int pinNumber)
    {
        _ = Header.ModeOf(pinNumber);
        _open |= 1UL << pinNumber;
    }

    protected override void ClosePin(int pinNumber)
    {
        Demand(pinNumber);
        StopWatching(pinNumber);
        Header.SetMode(pinNumber, PinMode.Input);
        _open &= ~(1UL << pinNumber);
    }

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) =>
        mode is PinMode.Input or PinMode.InputPullUp or PinMode.InputPullDown or PinMode.Output;

    protected override PinMode GetPinMode(int pinNumber) => Header.ModeOf(pinNumber);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        Demand(pinNumber);
        if (Header.HasPower) Header.SetMode(pinNumber, mode);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        Demand(pinNumber);
        if (Header.HasPower) Header.SetMode(pinNumber, mode, initialValue == PinValue.High);
    }

    protected override PinValue Read(int pinNumber)
    {
        Demand(pinNumber);
        return Header.ReadPad(pinNumber);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Read(Span<PinValuePair> pinValuePairs)
    {
        for (int i = 0; i < pinValuePairs.Length; i++)
        {
            int pin = pinValuePairs[i].PinNumber;
            Demand(pin);
            pinValuePairs[i] = new PinValuePair(pin, Header.ReadPad(pin));
        }
    }

    protected override void Write(int pinNumber, PinValue value)
    {
        Demand(pinNumber);
        if (Header.HasPower) Header.WritePad(pinNumber, value == PinValue.High);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Write(ReadOnlySpan<PinValuePair> pinValuePairs)
    {
        foreach (PinValuePair pair in pinValuePairs) Write(pair.PinNumber, pair.PinValue);
    }

    protected override WaitForEventResult WaitForEvent(
        int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NoBlocking);

    protected override ValueTask<WaitForEventResult> WaitForEventAsync(
        int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException(NoBlocking);

    protected override void AddCallbackForPinValueChangedEvent(
        int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        Demand(pinNumber);
        if (_edges[pinNumber] is null)
        {
            _edges[pinNumber] = new PinEdges(pinNumber, Header.PowerFailures);
            Header.Watch(pinNumber, this);
        }

        _edges[pinNumber]!.Add(eventTypes, callback);
    }

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        Demand(pinNumber);
        if (_edges[pinNumber] is not { } edges) return;
        edges.Remove(callback);
        if (edges.IsEmpty) StopWatching(pinNumber);
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        for (int pin = 0; pin < Header.PinCount; pin++)
        {
            if ((_open & (1UL << pin)) != 0) ClosePin(pin);
        }
    }

    private void StopWatching(int pin)
    {
        if (_edges[pin] is null) return;
        _edges[pin] = null;
        Header.Unwatch(pin, this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Demand(int pin)
    {
        if (pin < 0 || pin >= PinHeader.MostPins || (_open & (1UL << pin)) == 0) ThrowNotOpen(pin);
    }

    private static void ThrowNotOpen(int pin) => throw new InvalidOperationException($"Pin {pin} is not open.");
}

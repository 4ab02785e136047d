using System.Device.Gpio;
using HilBench.Roles;

namespace HilBench.Pi.Tests;

/// <summary>
/// The pins of an emulated Pi without the Pi: a GPIO driver that does to the registers what pinctrl-bcm2835 does, and
/// tells the pad outside of every access. What the bench writes to the test socket is in the level register at the
/// scanner's next wait, or one wait later when the bench is late.
/// </summary>
internal sealed class PiDouble : GpioDriver, IBenchClock
{
    private const int Lines = 32;
    private readonly PinMode[] _modes = new PinMode[Lines];
    private readonly Func<bool> _isLate;
    private readonly Queue<(int Register, uint Mask)> _pending = new();
    private uint _levels;

    public PiDouble(Func<bool> isLate)
    {
        _isLate = isLate;
        Socket = new TestSocket(this);
    }

    public OutsidePad? Pad { get; set; }

    public Stream Socket { get; }

    public TimeSpan Now { get; private set; } = TimeSpan.FromSeconds(1);

    protected override int PinCount => Lines;

    public void Wait(TimeSpan duration)
    {
        Now += duration;
        if (_isLate()) return;
        while (_pending.TryDequeue(out var write)) Apply(write.Register, write.Mask);
    }

    protected override void OpenPin(int pinNumber)
    {
    }

    protected override void ClosePin(int pinNumber) => SetPinMode(pinNumber, PinMode.Input);

    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
        if (mode == PinMode.Output)
        {
            Store(GpioBlock.Clear0, 1u << pinNumber);
        }
        else
        {
            Store(0x94, mode == PinMode.InputPullUp ? 2u : 0u);
            Store(0x98, 1u << pinNumber);
            Store(0x98, 0);
        }

        _modes[pinNumber] = mode;
        var first = pinNumber / 10 * 10;
        var functions = Enumerable.Range(first, 10).Where(pin => pin < Lines && _modes[pin] == PinMode.Output)
            .Aggregate(0u, (word, pin) => word | 1u << (3 * (pin - first)));
        Store(pinNumber / 10 * 4, functions);
    }

    protected override PinValue Read(int pinNumber)
    {
        Tell(isWrite: false, isGuest: true, GpioBlock.Level0, _levels);
        return (_levels >> pinNumber & 1) == 0 ? PinValue.Low : PinValue.High;
    }

    protected override void Write(int pinNumber, PinValue value) =>
        Store(value == PinValue.High ? GpioBlock.Set0 : GpioBlock.Clear0, 1u << pinNumber);

    protected override WaitForEventResult WaitForEvent(
        int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    protected override void AddCallbackForPinValueChangedEvent(
        int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw new NotSupportedException();

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        throw new NotSupportedException();

    private void Store(int register, uint value)
    {
        if (register == GpioBlock.Set0) _levels |= value;
        if (register == GpioBlock.Clear0) _levels &= ~value;
        Tell(isWrite: true, isGuest: true, register, value);
    }

    private void Apply(int register, uint mask)
    {
        _levels = register == GpioBlock.Set0 ? _levels | mask : _levels & ~mask;
        Tell(isWrite: true, isGuest: false, register, mask);
    }

    private void Tell(bool isWrite, bool isGuest, int register, uint value)
    {
        Now += TimeSpan.FromMicroseconds(50);
        Pad?.Take(new RegisterAccess(Now, isWrite, isGuest, register, value));
    }

    /// <summary>Takes lines such as <c>writel 0x3f20001c 0x1000</c>.</summary>
    private sealed class TestSocket(PiDouble pi) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var words = System.Text.Encoding.ASCII.GetString(buffer).Trim().Split(' ');
            Assert.Equal(["writel", words[1], words[2]], words);
            pi._pending.Enqueue((Convert.ToInt32(words[1], 16) & 0xFFF, Convert.ToUInt32(words[2], 16)));
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}

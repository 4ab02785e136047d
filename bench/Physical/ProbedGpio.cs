using System.Device.Gpio;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// Real pins that somebody looks on at: what the program writes, and what it reads. A level that nobody reads is not
/// known, so of a key only that is told which the scanner has seen.
/// </summary>
internal sealed class ProbedGpio : GpioController
{
    private readonly IRigProbe _probe;
    private readonly IBenchClock _clock;
    private readonly Dictionary<int, int> _wires = [];
    private readonly Dictionary<int, bool> _levels = [];
    private readonly Lock _lock = new();

    public ProbedGpio(
        GpioDriver driver, IRigProbe probe, IBenchClock clock, IReadOnlyDictionary<int, string> names)
        : base(driver)
    {
        (_probe, _clock) = (probe, clock);
        foreach (var (pin, name) in names) _wires[pin] = probe.Wire(name);
    }

    public override void Write(int pinNumber, PinValue value)
    {
        base.Write(pinNumber, value);
        Tell(pinNumber, value);
    }

    public override PinValue Read(int pinNumber)
    {
        var value = base.Read(pinNumber);
        Tell(pinNumber, value);
        return value;
    }

    private void Tell(int pin, PinValue value)
    {
        var isHigh = value == PinValue.High;
        lock (_lock)
        {
            if (!_wires.TryGetValue(pin, out var wire) || _levels.GetValueOrDefault(pin) == isHigh) return;
            _levels[pin] = isHigh;
            _probe.Level(wire, isHigh, _clock.Now);
        }
    }
}

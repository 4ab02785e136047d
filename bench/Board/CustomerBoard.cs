using HilBench.Meter;
using HilBench.Meter.Split;
using HilBench.Roles;
using HilBench.TokenPort.Links;

namespace HilBench.Board;

/// <summary>
/// The board of a keypad unit: the scanner, the line and the batteries feed <see cref="CustomerUnit"/>, and what it
/// wants goes to glass, lamps, buzzer, line and memory. The host calls <see cref="PowerUp"/> once and then
/// <see cref="Step"/> whenever <see cref="Due"/> has come, <see cref="WakeRequested"/> was raised, or something may
/// have arrived.
/// </summary>
public sealed class CustomerBoard : IDisposable
{
    private readonly BoardParts _parts;
    private readonly KeypadScanner _scanner;
    private readonly IRecordStore _store;
    private readonly IByteLink _line;
    private readonly IBenchClock _clock;
    private readonly CustomerUnit _unit;
    private readonly Func<int> _measureBatteries;
    private readonly FrameCollector _collector = new();
    private readonly Queue<CustomerInput> _waiting = new();
    private readonly byte[] _arrived = new byte[256];
    private int? _millivolts;

    /// <param name="parts">Keypad, display and front; the board's own from here on.</param>
    /// <param name="store">Where the pairing is kept, in its first slot.</param>
    /// <param name="line">To the measuring unit.</param>
    /// <param name="clock">The unit's time.</param>
    /// <param name="unit">The firmware.</param>
    /// <param name="measureBatteries">Reads the voltage of the batteries, in millivolts.</param>
    public CustomerBoard(
        BoardParts parts, IRecordStore store, IByteLink line, IBenchClock clock, CustomerUnit unit,
        Func<int> measureBatteries)
    {
        (_parts, _store, _line, _clock, _unit, _measureBatteries) =
            (parts, store, line, clock, unit, measureBatteries);
        _scanner = parts.Keypad ?? throw new ArgumentException("A keypad unit has a keypad.", nameof(parts));
        store.WhileWaiting(ServeFront);
        _scanner.KeyPressed += OnKeyPressed;
        _scanner.KeyStuck += (key, _) => _waiting.Enqueue(new CustomerInput.KeyStuck(key));
        _scanner.WakeRequested += () => WakeRequested?.Invoke();
    }

    /// <summary>The scanner reported a debounced press.</summary>
    public event Action<char, TimeSpan>? KeySeen;

    /// <summary>There is something to do before <see cref="Due"/>; may come on another thread.</summary>
    public event Action? WakeRequested;

    public CustomerState State => _unit.State;

    /// <summary>When the next step is wanted; there always is one, the scanner's safety scan at the latest.</summary>
    public TimeSpan Due
    {
        get
        {
            if (_waiting.Count > 0) return _clock.Now;
            var due = _scanner.Due;
            if (_unit.Due?.SinceStart is { } unit && unit < due) due = unit;
            return _parts.Indicators.Due is { } front && front < due ? front : due;
        }
    }

    /// <summary>Lights the display, reads the memory and lets the unit start.</summary>
    public void PowerUp()
    {
        _parts.Display.Initialise();
        Handle(new CustomerInput.PowerUp(_store.Read(0)));
        MeasureBatteries();
    }

    /// <summary>Takes what has arrived and does all that is due now.</summary>
    /// <param name="patience">How long to wait at the line for something to arrive.</param>
    public void Step(TimeSpan patience = default)
    {
        ServeFront();
        for (var count = _line.Read(_arrived, patience); count > 0; count = _line.Read(_arrived, TimeSpan.Zero))
        {
            foreach (var value in _arrived.AsSpan(0, count))
            {
                if (_collector.Take(value, MeterTime.From(_clock.Now)) is { } frame)
                    _waiting.Enqueue(new CustomerInput.FrameHeard(frame));
            }
        }

        MeasureBatteries();
        while (_waiting.TryDequeue(out var next)) Handle(next);
        if (_unit.Due is { } due && due.SinceStart <= _clock.Now) Handle(new CustomerInput.TimePassed());
    }

    /// <summary>Something from elsewhere, taken up in the next step. On the thread of the board's loop.</summary>
    public void Post(CustomerInput input)
    {
        _waiting.Enqueue(input);
        WakeRequested?.Invoke();
    }

    /// <summary>Frees the pins; what the unit kept is in the store.</summary>
    public void Dispose() => _parts.Dispose();

    private void ServeFront()
    {
        var now = _clock.Now;
        if (_parts.Indicators.Due <= now) _parts.Indicators.Step(now);
        if (_scanner.Due <= now) _scanner.Step(now);
    }

    /// <summary>Whenever the unit is awake anyway; the firmware hears of a voltage that has changed.</summary>
    private void MeasureBatteries()
    {
        var millivolts = _measureBatteries();
        if (millivolts == _millivolts) return;
        _millivolts = millivolts;
        Handle(new CustomerInput.BatteryMeasured(millivolts));
    }

    private void Handle(CustomerInput input)
    {
        foreach (var effect in _unit.Handle(input, MeterTime.From(_clock.Now)))
        {
            switch (effect)
            {
                case CustomerEffect.Save save:
                    _store.Write(0, save.Pairing.Span);
                    break;
                case CustomerEffect.Send send:
                    _line.Write(send.Frame.Encode());
                    break;
                case CustomerEffect.Show show:
                    _parts.Display.Show(show.Text.Lines);
                    break;
                case CustomerEffect.Light light:
                    _parts.Indicators.Light(light.Leds, _clock.Now);
                    break;
                case CustomerEffect.Sound sound:
                    _parts.Indicators.Sound(sound.Pattern, _clock.Now);
                    break;
                default:
                    throw new InvalidOperationException($"No keypad unit can carry out {effect}.");
            }
        }
    }

    private void OnKeyPressed(char key, TimeSpan at)
    {
        KeySeen?.Invoke(key, at);
        _waiting.Enqueue(new CustomerInput.KeyPressed(key));
    }
}

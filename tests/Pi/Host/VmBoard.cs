using System.Device.Gpio;
using HilBench.Board;
using HilBench.Chips;
using HilBench.Rig.Virtual;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// Our own display chip on the guest's pins. Every change in the log is repeated on an emulated header at the kernel's
/// time, so the chip decodes what the firmware sent and checks it by the guest's own clock.
/// </summary>
internal sealed class VmBoard
{
    /// <summary>No program can start sooner after power-on.</summary>
    private static readonly TimeSpan Awakening = TimeSpan.FromSeconds(1);

    /// <summary>Two wires to which nothing is connected.</summary>
    public static readonly (int First, int Second) Mark = (52, 53);

    private readonly CircuitBoard _circuit = new(seed: 1);
    private readonly PinHeader _header;
    private readonly Hd44780 _display;
    private readonly GpioController _gpio;
    private readonly BoardWiring _wiring;
    private readonly HashSet<int> _ours;
    private readonly HashSet<int> _driven = [];
    private readonly HashSet<int> _stillDriven = [];
    private TimeSpan _offset;

    public VmBoard(BoardWiring wiring, int columns, int lines)
    {
        _wiring = wiring;
        _header = new PinHeader(_circuit);
        var lcd = wiring.Display;
        _display = new Hd44780(
            _circuit,
            _header,
            new Hd44780Pins(lcd.RegisterSelect, lcd.Enable, lcd.Data, lcd.ReadWrite),
            columns,
            lines);
        _gpio = new GpioController(new EmulatedGpioDriver(_header));
        _ours = [.. lcd.Data, lcd.RegisterSelect, lcd.Enable, .. wiring.Others()];
        _display.GlassChanged += () => ChangedAt = _circuit.Time.Now;
        _circuit.Power.Fail();
    }

    /// <summary>When the picture last changed, on the time line of <see cref="RigTime"/>.</summary>
    public TimeSpan ChangedAt { get; private set; }

    public IReadOnlyList<string> Glass => _display.ReadGlass();

    public IReadOnlyList<ChipFinding> Findings => _circuit.Findings.All;

    public bool LoadIsClosed => _header.ModeOf(_wiring.LoadSwitch) == PinMode.Output
        && _header.LevelOf(_wiring.LoadSwitch);

    /// <summary>Pins that have been an output since power-on.</summary>
    public IReadOnlySet<int> Driven => _driven;

    /// <summary>Those of them that are outputs now.</summary>
    public IReadOnlySet<int> StillDriven => _stillDriven;

    /// <summary>
    /// The bench has closed the contact of <see cref="Mark"/>, so everything that happened before is known.
    /// </summary>
    public bool IsMarked { get; private set; }

    /// <summary>A record has come since power-on, so the guest's clock is known.</summary>
    public bool KnowsTime { get; private set; }

    /// <summary>
    /// A moment of the guest's clock on the time line of this board, which goes on through power cuts.
    /// </summary>
    public TimeSpan RigTime(TimeSpan guest) => guest + _offset;

    /// <summary>Buzzer and lamps on the same wires.</summary>
    public PinIndicators Indicators(IBenchClock clock) => new(_circuit, _header, _wiring.Indicators, clock);

    /// <summary>The panel gets its power some time before the program that drives it starts.</summary>
    public void PowerOn(TimeSpan now)
    {
        _circuit.Time.WaitUntil(now);
        _circuit.Power.Restore();
        KnowsTime = IsMarked = false;
        _driven.Clear();
        _stillDriven.Clear();
        foreach (var pin in _ours.Where(pin => !_gpio.IsPinOpen(pin))) _gpio.OpenPin(pin, PinMode.Input);
    }

    public void PowerOff()
    {
        foreach (var pin in _ours.Where(_gpio.IsPinOpen)) _gpio.ClosePin(pin);
        _circuit.Power.Fail();
        KnowsTime = false;
        ChangedAt = _circuit.Time.Now;
    }

    /// <summary>The guest's clock said <paramref name="guest"/> when it was <paramref name="now"/> here.</summary>
    public void LearnTime(TimeSpan guest, TimeSpan now)
    {
        var earliest = _circuit.Time.Now + Awakening;
        _offset = (now > earliest ? now : earliest) - guest;
        KnowsTime = true;
    }

    public void Take(PinRecord record)
    {
        if (record.Event == PinEvent.RecordsLost)
            throw new RigFaultException("the pin log of the guest overflowed: nothing it says can be trusted");
        Note(record);
        var at = RigTime(record.At);
        if (at > _circuit.Time.Now) _circuit.Time.WaitUntil(at);
        if (!_ours.Contains(record.Pin) || record.Event > PinEvent.Output) return;
        if (record.Event != PinEvent.Output)
        {
            if (_gpio.GetPinMode(record.Pin) != PinMode.Input) _gpio.SetPinMode(record.Pin, PinMode.Input);
            return;
        }

        var level = record.Level == 0 ? PinValue.Low : PinValue.High;
        if (_gpio.GetPinMode(record.Pin) != PinMode.Output) _gpio.SetPinMode(record.Pin, PinMode.Output);
        _gpio.Write(record.Pin, level);
    }

    private void Note(PinRecord record)
    {
        if (record.Event == PinEvent.ContactClosed && record.Pin == Mark.First) IsMarked = true;
        if (record.Event > PinEvent.Output) return;
        if (record.Event != PinEvent.Output)
        {
            _stillDriven.Remove(record.Pin);
            return;
        }

        _driven.Add(record.Pin);
        _stillDriven.Add(record.Pin);
    }
}

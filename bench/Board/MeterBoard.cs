using System.Device.Gpio;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// A board of pins: the scanner feeds the meter's loop, and the meter's effects go to the load switch, the glass, the
/// lamps and the buzzer. The host calls <see cref="PowerUp"/> once and then <see cref="Step"/>
/// whenever <see cref="Due"/> has come or <see cref="WakeRequested"/> was raised.
/// </summary>
public sealed class MeterBoard : IMeterParts, IDisposable
{
    /// <summary>A board without a keypad has nothing to scan, and still wants to be looked after.</summary>
    private static readonly TimeSpan WithoutKeypad = TimeSpan.FromMinutes(1);

    private readonly BoardParts _parts;
    private readonly ICharacterDisplay _lcd;
    private readonly IBenchClock _clock;
    private readonly MeterLoop _loop;

    /// <summary>A board of these parts, which are its own from here on.</summary>
    public MeterBoard(
        BoardParts parts, IRecordStore store, IBenchClock clock, Meter.Meter meter, IRigProbe? probe = null)
    {
        _parts = parts;
        _lcd = parts.Display;
        _clock = clock;
        _loop = new MeterLoop(meter, store, clock, this, probe);
        store.WhileWaiting(ServeFront);
        if (parts.Keypad is not { } scanner) return;
        scanner.KeyPressed += OnKeyPressed;
        scanner.KeyStuck += OnKeyStuck;
        scanner.KeyReleased += key => KeyUp?.Invoke(key);
        scanner.WakeRequested += () => WakeRequested?.Invoke();
    }

    /// <summary>The scanner reported a debounced press.</summary>
    public event Action<char, TimeSpan>? KeySeen;

    /// <summary>The scanner saw a reported key go up.</summary>
    public event Action<char>? KeyUp;

    /// <summary>The scanner gave up on a key.</summary>
    public event Action<char, TimeSpan>? KeyStuck;

    /// <summary>The meter answered a token.</summary>
    public event Action<MeterAnswer>? Answered;

    /// <summary>A save is about to begin, in this slot: the moment from which planned power cuts are counted.</summary>
    public event Action<int>? SaveStarting;

    /// <summary>
    /// The glass has changed: the lines as written or, with <see cref="ReadsBack"/>, as the panel says it holds them.
    /// </summary>
    public event Action<IReadOnlyList<string>>? Shown;

    /// <summary>The lamps do this from now on.</summary>
    public event Action<LedLights>? Lit;

    /// <summary>The meter wants this to be heard, whether or not the board has a buzzer.</summary>
    public event Action<BeepPattern>? Sounded;

    /// <summary>There is something to do before <see cref="Due"/>; may come on another thread.</summary>
    public event Action? WakeRequested;

    /// <summary>Reads the panel's memory after each frame, where R/W is wired.</summary>
    public bool ReadsBack { get; set; }

    /// <summary>The meter inside, to look at.</summary>
    public Meter.Meter Meter => _loop.Meter;

    /// <summary>When the next step is wanted; there always is one, the scanner's safety scan at the latest.</summary>
    public TimeSpan Due
    {
        get
        {
            var scan = _parts.Keypad?.Due ?? _clock.Now + WithoutKeypad;
            var due = _loop.Due is { } meter && meter < scan ? meter : scan;
            return _parts.Indicators.Due is { } front && front < due ? front : due;
        }
    }

    /// <summary>Reads the store, lights the display and lets the meter start.</summary>
    public void PowerUp()
    {
        _lcd.Initialise();
        _loop.PowerUp();
    }

    /// <summary>Does all that is due now.</summary>
    public void Step()
    {
        ServeFront();
        _loop.Step();
    }

    /// <summary>
    /// Hands the meter something that does not come from the keypad (a reading of its metrology chip, a token from a
    /// port); it is taken up in the next step. Call it on the thread of the board's loop.
    /// </summary>
    public void Post(MeterInput input)
    {
        _loop.Post(input);
        WakeRequested?.Invoke();
    }

    /// <summary>A key of a board that has no keypad, as its scanner would report it. On the board's thread.</summary>
    public void TakeKey(char key)
    {
        OnKeyPressed(key, _clock.Now);
        WakeRequested?.Invoke();
    }

    /// <summary>
    /// Between two steps: the display holds what was last shown, as far as it can be asked. Null = it cannot.
    /// </summary>
    public bool? DisplayHolds(IReadOnlyList<string> lines) => _lcd.CanReadBack
        ? lines.Select(line => line.TrimEnd()).SequenceEqual(_lcd.ReadBack().Select(line => line.TrimEnd()))
        : null;

    /// <summary>Between two steps: the keys that are down now; empty where there is no keypad.</summary>
    public string KeysDown => _parts.Keypad?.ClosedKeys() ?? "";

    /// <summary>Frees the pins; what the meter kept is in the store.</summary>
    public void Dispose() => _parts.Dispose();

    /// <summary>
    /// Pad, buzzer and lamps. What the scan finds is queued, so this may come in the middle of anything but a scan.
    /// </summary>
    private void ServeFront()
    {
        var now = _clock.Now;
        if (_parts.Indicators.Due <= now) _parts.Indicators.Step(now);
        if (_parts.Keypad is { } scanner && scanner.Due <= now) scanner.Step(now);
    }

    void IMeterParts.SaveStarting(int slot) => SaveStarting?.Invoke(slot);

    void IMeterParts.SwitchLoad(LoadSwitchPosition position) =>
        _parts.LoadSwitch.Write(position == LoadSwitchPosition.Closed ? PinValue.High : PinValue.Low);

    void IMeterParts.Show(DisplayText text)
    {
        _lcd.Show(text.Lines);
        Shown?.Invoke(_lcd.CanReadBack && ReadsBack ? _lcd.ReadBack() : text.Lines);
    }

    void IMeterParts.Light(LedLights leds)
    {
        _parts.Indicators.Light(leds, _clock.Now);
        Lit?.Invoke(leds);
    }

    void IMeterParts.Sound(BeepPattern pattern)
    {
        _parts.Indicators.Sound(pattern, _clock.Now);
        Sounded?.Invoke(pattern);
    }

    void IMeterParts.Answer(MeterAnswer answer, IReadOnlyList<string> shown) => Answered?.Invoke(answer);

    private void OnKeyPressed(char key, TimeSpan at)
    {
        KeySeen?.Invoke(key, at);
        _loop.Post(new MeterInput.KeyPressed(key));
    }

    private void OnKeyStuck(char key, TimeSpan at)
    {
        KeyStuck?.Invoke(key, at);
        _loop.Post(new MeterInput.KeyStuck(key));
    }
}

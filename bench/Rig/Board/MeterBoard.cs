using System.Device.Gpio;
using HilBench.Meter;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// The firmware's main loop: scanner and clock feed the meter, its effects go to the store, the load switch and the
/// glass, in the order the meter gives them. The host calls <see cref="PowerUp"/> once and then <see cref="Step"/>
/// whenever <see cref="Due"/> has come or <see cref="WakeRequested"/> was raised.
/// </summary>
public sealed class MeterBoard : IDisposable
{
    /// <summary>A board without a keypad has nothing to scan, and still wants to be looked after.</summary>
    private static readonly TimeSpan WithoutKeypad = TimeSpan.FromMinutes(1);

    private readonly BoardParts _parts;
    private readonly ICharacterDisplay _lcd;
    private readonly IRecordStore _store;
    private readonly IBenchClock _clock;
    private readonly Meter.Meter _meter;
    private readonly Queue<MeterInput> _waiting = new();

    /// <summary>A board of these parts, which are its own from here on.</summary>
    public MeterBoard(BoardParts parts, IRecordStore store, IBenchClock clock, Meter.Meter meter)
    {
        _parts = parts;
        _lcd = parts.Display;
        _store = store;
        _clock = clock;
        _meter = meter;
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

    /// <summary>There is something to do before <see cref="Due"/>; may come on another thread.</summary>
    public event Action? WakeRequested;

    /// <summary>Reads the panel's memory after each frame, where R/W is wired.</summary>
    public bool ReadsBack { get; set; }

    /// <summary>The meter inside, to look at.</summary>
    public Meter.Meter Meter => _meter;

    /// <summary>When the next step is wanted; there always is one, the scanner's safety scan at the latest.</summary>
    public TimeSpan Due
    {
        get
        {
            if (_waiting.Count > 0) return _clock.Now;
            var scan = _parts.Keypad?.Due ?? _clock.Now + WithoutKeypad;
            var due = _meter.Due is { } meter && meter.SinceStart < scan ? meter.SinceStart : scan;
            return _parts.Indicators.Due is { } front && front < due ? front : due;
        }
    }

    /// <summary>Reads the store, lights the display and lets the meter start.</summary>
    public void PowerUp()
    {
        _lcd.Initialise();
        Handle(new MeterInput.PowerUp(_store.Read(0), _store.Read(1)));
    }

    /// <summary>Does all that is due now.</summary>
    public void Step()
    {
        ServeFront();
        while (_waiting.TryDequeue(out var input)) Handle(input);
        if (_meter.Due is { } due && due.SinceStart <= _clock.Now) Handle(new MeterInput.TimePassed());
    }

    /// <summary>
    /// Hands the meter something that does not come from the keypad (a reading of its metrology chip, a token from a
    /// port); it is taken up in the next step. Call it on the thread of the board's loop.
    /// </summary>
    public void Post(MeterInput input)
    {
        _waiting.Enqueue(input);
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

    private void Handle(MeterInput input)
    {
        foreach (var effect in _meter.Handle(input, MeterTime.From(_clock.Now)))
        {
            if (Perform(effect)) continue;
            Handle(new MeterInput.SaveFailed(((Effect.Save)effect).Slot));
            return;
        }
    }

    /// <summary>False when a save did not read back; nothing else can fail.</summary>
    private bool Perform(Effect effect)
    {
        switch (effect)
        {
            case Effect.Save save:
                SaveStarting?.Invoke(save.Slot);
                return _store.Write(save.Slot, save.Image.Span);
            case Effect.SwitchLoad load:
                _parts.LoadSwitch.Write(load.Position == LoadSwitchPosition.Closed ? PinValue.High : PinValue.Low);
                return true;
            case Effect.Show show:
                _lcd.Show(show.Text.Lines);
                Shown?.Invoke(_lcd.CanReadBack && ReadsBack ? _lcd.ReadBack() : show.Text.Lines);
                return true;
            case Effect.Light light:
                _parts.Indicators.Light(light.Leds, _clock.Now);
                return true;
            case Effect.Sound sound:
                _parts.Indicators.Sound(sound.Pattern, _clock.Now);
                return true;
            case Effect.Answer answer:
                Answered?.Invoke(new MeterAnswer(answer.Result, _clock.Now));
                return true;
            default:
                throw new InvalidOperationException($"The board cannot {effect}.");
        }
    }

    private void OnKeyPressed(char key, TimeSpan at)
    {
        KeySeen?.Invoke(key, at);
        _waiting.Enqueue(new MeterInput.KeyPressed(key));
    }

    private void OnKeyStuck(char key, TimeSpan at)
    {
        KeyStuck?.Invoke(key, at);
        _waiting.Enqueue(new MeterInput.KeyStuck(key));
    }
}

using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// A board whose ways in and out are byte links: a serial panel, a token port, or both. The
/// host calls <see cref="PowerUp"/> once and then <see cref="Step"/> whenever <see cref="Due"/> has come or something
/// may have arrived.
/// </summary>
public sealed class LinkBoard : IMeterParts
{
    private readonly IBenchClock _clock;
    private readonly MeterLoop _loop;
    private readonly SerialPanel? _panel;
    private readonly PortLine? _port;

    public LinkBoard(
        Meter.Meter meter, IRecordStore store, IBenchClock clock, SerialPanel? panel = null, PortLine? port = null,
        IRigProbe? probe = null)
    {
        (_clock, _panel, _port) = (clock, panel, port);
        _loop = new MeterLoop(meter, store, clock, this, probe);
    }

    /// <summary>The panel reported a press.</summary>
    public event Action<char, TimeSpan>? KeySeen;

    /// <summary>The meter answered a token.</summary>
    public event Action<MeterAnswer>? Answered;

    /// <summary>A save is about to begin.</summary>
    public event Action? SaveStarting;

    public event Action<LoadSwitchPosition>? LoadSwitched;

    /// <summary>The meter wants this to be read, whether or not there is a panel.</summary>
    public event Action<IReadOnlyList<string>>? Shown;

    public Meter.Meter Meter => _loop.Meter;

    /// <summary>When the next step is wanted; null = not before something arrives.</summary>
    public TimeSpan? Due => Earlier(Earlier(_loop.Due, _panel?.Due), _port?.Due);

    /// <summary>Reads the store, lights the panel and lets the meter start.</summary>
    public void PowerUp()
    {
        _panel?.Initialise();
        _loop.PowerUp();
    }

    /// <summary>Takes what has arrived and does all that is due now.</summary>
    /// <param name="patience">How long to wait at the port for something to arrive.</param>
    public void Step(TimeSpan patience = default)
    {
        if (_panel is not null)
        {
            foreach (var key in _panel.TakeKeys())
            {
                KeySeen?.Invoke(key, _clock.Now);
                _loop.Post(new MeterInput.KeyPressed(key));
            }
        }

        _port?.Step(patience, () => Meter.State.Registers, EnterToken);
        _loop.Step();
    }

    /// <summary>Something from elsewhere, taken up in the next step.</summary>
    public void Post(MeterInput input) => _loop.Post(input);

    /// <summary>A meter that gives no answer to a token is not ready for one.</summary>
    private void EnterToken(string digits)
    {
        _port!.Server.Answered(ResultCode.NotReady, "");
        _loop.Handle(new MeterInput.TokenReceived(digits));
    }

    void IMeterParts.SaveStarting(int slot) => SaveStarting?.Invoke();

    void IMeterParts.SwitchLoad(LoadSwitchPosition position) => LoadSwitched?.Invoke(position);

    void IMeterParts.Show(DisplayText text)
    {
        _panel?.Show(text.Lines);
        Shown?.Invoke(text.Lines);
    }

    /// <summary>A board of links has no lamps.</summary>
    void IMeterParts.Light(LedLights leds)
    {
    }

    /// <summary>Nor has it a buzzer.</summary>
    void IMeterParts.Sound(BeepPattern pattern)
    {
    }

    void IMeterParts.Answer(MeterAnswer answer, IReadOnlyList<string> shown)
    {
        _port?.Server.Answered(answer.Result, string.Join(' ', shown.Skip(1).Select(line => line.Trim())));
        Answered?.Invoke(answer);
    }

    private static TimeSpan? Earlier(TimeSpan? left, TimeSpan? right)
    {
        if (left is not { } a) return right;
        return right is { } b && b < a ? b : a;
    }
}

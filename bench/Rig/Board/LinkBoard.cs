using HilBench.Meter;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Board;

/// <summary>
/// The meter's main loop for a board whose ways in and out are byte links: a serial panel, a token port, or both. The
/// host calls <see cref="PowerUp"/> once and then <see cref="Step"/> whenever <see cref="Due"/> has come or something
/// may have arrived.
/// </summary>
public sealed class LinkBoard(
    Meter.Meter meter, IRecordStore store, IBenchClock clock, SerialPanel? panel = null, PortLine? port = null)
{
    private readonly Queue<MeterInput> _waiting = new();

    /// <summary>The panel reported a press.</summary>
    public event Action<char, TimeSpan>? KeySeen;

    /// <summary>The meter answered a token.</summary>
    public event Action<MeterAnswer>? Answered;

    /// <summary>A save is about to begin.</summary>
    public event Action? SaveStarting;

    public event Action<LoadSwitchPosition>? LoadSwitched;

    /// <summary>The meter wants this to be read, whether or not there is a panel.</summary>
    public event Action<IReadOnlyList<string>>? Shown;

    public Meter.Meter Meter => meter;

    /// <summary>When the next step is wanted; null = not before something arrives.</summary>
    public TimeSpan? Due
    {
        get
        {
            if (_waiting.Count > 0) return clock.Now;
            var due = Earlier(meter.Due?.SinceStart, panel?.Due);
            return Earlier(due, port?.Due);
        }
    }

    /// <summary>Reads the store, lights the panel and lets the meter start.</summary>
    public void PowerUp()
    {
        panel?.Initialise();
        Handle(new MeterInput.PowerUp(store.Read(0), store.Read(1)));
    }

    /// <summary>Takes what has arrived and does all that is due now.</summary>
    /// <param name="patience">How long to wait at the port for something to arrive.</param>
    public void Step(TimeSpan patience = default)
    {
        if (panel is not null)
        {
            foreach (var key in panel.TakeKeys())
            {
                KeySeen?.Invoke(key, clock.Now);
                _waiting.Enqueue(new MeterInput.KeyPressed(key));
            }
        }

        port?.Step(patience, () => meter.State.Registers, EnterToken);
        while (_waiting.TryDequeue(out var input)) Handle(input);
        if (meter.Due is { } due && due.SinceStart <= clock.Now) Handle(new MeterInput.TimePassed());
    }

    /// <summary>Something from elsewhere, taken up in the next step.</summary>
    public void Post(MeterInput input) => _waiting.Enqueue(input);

    /// <summary>A meter that gives no answer to a token is not ready for one.</summary>
    private void EnterToken(string digits)
    {
        port!.Server.Answered(ResultCode.NotReady, "");
        Handle(new MeterInput.TokenReceived(digits));
    }

    private void Handle(MeterInput input)
    {
        IReadOnlyList<string> shown = [];
        foreach (var effect in meter.Handle(input, MeterTime.From(clock.Now)))
        {
            switch (effect)
            {
                case Effect.Save save:
                    SaveStarting?.Invoke();
                    if (store.Write(save.Slot, save.Image.Span)) break;
                    Handle(new MeterInput.SaveFailed(save.Slot));
                    return;
                case Effect.SwitchLoad load:
                    LoadSwitched?.Invoke(load.Position);
                    break;
                case Effect.Show show:
                    shown = show.Text.Lines;
                    panel?.Show(shown);
                    Shown?.Invoke(shown);
                    break;
                case Effect.Answer answer:
                    port?.Server.Answered(answer.Result, string.Join(' ', shown.Skip(1).Select(line => line.Trim())));
                    Answered?.Invoke(new MeterAnswer(answer.Result, clock.Now));
                    break;
            }
        }
    }

    private static TimeSpan? Earlier(TimeSpan? left, TimeSpan? right)
    {
        if (left is not { } a) return right;
        return right is { } b && b < a ? b : a;
    }
}

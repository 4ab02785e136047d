using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Board;

/// <summary>
/// The firmware's main loop, whatever the board is made of: what happens goes to the meter one input at a time, and its
/// effects go to the store and the parts in the order the meter gives them.
/// </summary>
/// <param name="meter">The meter, which is pure.</param>
/// <param name="store">What it keeps.</param>
/// <param name="clock">Its time.</param>
/// <param name="parts">What carries out its effects.</param>
/// <param name="probe">Who looks on; null when nobody does.</param>
public sealed class MeterLoop(
    Meter.Meter meter, IRecordStore store, IBenchClock clock, IMeterParts parts, IRigProbe? probe = null)
{
    private readonly Queue<(MeterInput Input, TimeSpan At)> _waiting = new();
    private TimeSpan _handledUpTo;

    /// <summary>The meter inside, to look at.</summary>
    public Meter.Meter Meter => meter;

    /// <summary>When the next step is wanted; null = not before something happens.</summary>
    public TimeSpan? Due => _waiting.Count > 0 ? clock.Now : meter.Due?.SinceStart;

    /// <summary>Reads the store and lets the meter start.</summary>
    public void PowerUp() => Handle(new MeterInput.PowerUp(store.Read(0), store.Read(1)));

    /// <summary>Something happens; it is taken up in the next step.</summary>
    public void Post(MeterInput input) => _waiting.Enqueue((input, clock.Now));

    /// <summary>Takes up all that has happened, and what is due now.</summary>
    public void Step()
    {
        while (_waiting.TryDequeue(out var next)) Handle(next.Input, MomentOf(next.Input, next.At));
        if (meter.Due is { } due && due.SinceStart <= clock.Now) Handle(new MeterInput.TimePassed());
    }

    /// <summary>Takes this up at once.</summary>
    public void Handle(MeterInput input) => Handle(input, clock.Now);

    /// <summary>
    /// Chips measure the load and watch the mains while the firmware is busy: what they say counts from when it was so.
    /// All else happens when the firmware comes to it.
    /// </summary>
    private TimeSpan MomentOf(MeterInput input, TimeSpan posted)
    {
        if (input is not (MeterInput.LoadDraws or MeterInput.PowerFailing)) return clock.Now;
        return posted > _handledUpTo ? posted : _handledUpTo;
    }

    private void Handle(MeterInput input, TimeSpan at)
    {
        _handledUpTo = at;
        IReadOnlyList<string> shown = [];
        probe?.Takes(input, at);
        foreach (var effect in meter.Handle(input, MeterTime.From(at)))
        {
            probe?.Does(effect, clock.Now);
            switch (effect)
            {
                case Effect.Save save:
                    parts.SaveStarting(save.Slot);
                    if (store.Write(save.Slot, save.Image.Span)) break;
                    // What the meter wanted to do after a save that failed, it does no more.
                    Handle(new MeterInput.SaveFailed(save.Slot));
                    return;
                case Effect.SwitchLoad load:
                    parts.SwitchLoad(load.Position);
                    break;
                case Effect.Show show:
                    shown = show.Text.Lines;
                    parts.Show(show.Text);
                    break;
                case Effect.Light light:
                    parts.Light(light.Leds);
                    break;
                case Effect.Sound sound:
                    parts.Sound(sound.Pattern);
                    break;
                case Effect.Answer answer:
                    parts.Answer(new MeterAnswer(answer.Result, clock.Now), shown);
                    break;
                default:
                    throw new InvalidOperationException($"No board can carry out {effect}.");
            }
        }
    }
}

using HilBench.Roles;

namespace HilBench.Rig.Fingers;

/// <summary>
/// A crosspoint switch as the customer's fingers. The witness of each press is the meter's own scanner, which may
/// report on a thread of its own.
/// </summary>
public sealed class CrosspointKeypad : IKeypad, IDisposable
{
    private readonly Crosspoint _switch;
    private readonly IReadOnlyList<string> _legend;
    private readonly PressTiming _timing;
    private readonly IBenchClock _clock;
    private readonly Func<bool> _hasPower;
    private readonly List<PressReceipt> _log = [];
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(5);

    private readonly List<(char Key, TimeSpan At)> _seen = [];
    private readonly HashSet<char> _down = [];

    public CrosspointKeypad(
        Crosspoint crosspoint, IReadOnlyList<string> legend, PressTiming timing, IBenchClock clock, Func<bool> hasPower)
    {
        (_switch, _legend, _timing) = (crosspoint, legend, timing);
        (_clock, _hasPower) = (clock, hasPower);
        Keys = string.Concat(legend);
    }

    /// <summary>
    /// How much longer than asked a press or a gap may last until the scanner has seen it, where time is real and a
    /// computer may have bad moments; zero = to the tick.
    /// </summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Ends the waiting for the scanner; the contacts open first.</summary>
    public CancellationToken Stop { get; init; }

    public string Keys { get; }

    public IReadOnlyList<PressReceipt> Log => _log;

    public void OnKeySeen(char key, TimeSpan at)
    {
        lock (_seen)
        {
            _seen.Add((key, at));
            _down.Add(key);
        }
    }

    /// <summary>The scanner saw the key go up again.</summary>
    public void OnKeyUp(char key)
    {
        lock (_seen) _down.Remove(key);
    }

    public PressReceipt Press(char key) => Press(key, _timing.Press, _timing.Gap, Patience);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap) => Press(key, hold, gap, TimeSpan.Zero);

    private PressReceipt Press(char key, TimeSpan hold, TimeSpan gap, TimeSpan patience)
    {
        var receipt = Together([key], hold, gap, patience)[0];
        return receipt.IsDelivered ? receipt : throw NotDelivered(receipt);
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys) =>
        Together([.. keys], _timing.Press, _timing.Gap, TimeSpan.Zero);

    public PressReceipt HoldDown(char key)
    {
        var places = PlacesOf([key]);
        var at = Begin();
        _switch.Press(places);
        _clock.Wait(_timing.Press);
        WaitUntil(() => HasSeen(key), Patience);
        return ReceiptFor(key, at);
    }

    public void LetGo(char key)
    {
        _switch.Release(PlacesOf([key]));
        _clock.Wait(_timing.Gap);
        WaitUntil(() => !IsDown(key), Patience);
    }

    public void SetBounce(TimeSpan longest)
    {
        if (longest > TimeSpan.Zero)
            throw new StimulusNotDeliveredException("bouncing keys", "the contacts of a crosspoint switch are clean");
    }

    public void Dispose() => _switch.Dispose();

    private PressReceipt[] Together(char[] keys, TimeSpan hold, TimeSpan gap, TimeSpan patience)
    {
        var places = PlacesOf(keys);
        var at = Begin();
        try
        {
            _switch.Press(places);
            _clock.Wait(hold);
            WaitUntil(() => keys.All(HasSeen), patience);
        }
        finally
        {
            _switch.Release(places);
        }

        _clock.Wait(gap);
        WaitUntil(() => !keys.Any(IsDown), patience);
        return [.. keys.Select(key => ReceiptFor(key, at))];
    }

    private void WaitUntil(Func<bool> isDone, TimeSpan patience)
    {
        if (!_hasPower()) return;
        for (var end = _clock.Now + patience; _clock.Now < end && !isDone();)
        {
            Stop.ThrowIfCancellationRequested();
            _clock.Wait(Blink);
        }
    }

    private bool HasSeen(char key)
    {
        lock (_seen) return _seen.Exists(seen => seen.Key == key);
    }

    private bool IsDown(char key)
    {
        lock (_seen) return _down.Contains(key);
    }

    private TimeSpan Begin()
    {
        lock (_seen) _seen.Clear();
        return _clock.Now;
    }

    private (int Row, int Column)[] PlacesOf(char[] keys) => [.. keys.Select(PlaceOf)];

    private (int Row, int Column) PlaceOf(char key)
    {
        for (var row = 0; row < _legend.Count; row++)
        {
            if (_legend[row].IndexOf(key) is >= 0 and var column) return (row, column);
        }

        var receipt = new PressReceipt(
            key, _clock.Now, null, ReceiptWitness.Nobody, $"the keypad has no such key, only {Keys}");
        _log.Add(receipt);
        throw NotDelivered(receipt);
    }

    private PressReceipt ReceiptFor(char key, TimeSpan at)
    {
        var receipt = new PressReceipt(key, at, null, ReceiptWitness.Nobody);
        lock (_seen)
        {
            if (_seen.Exists(seen => seen.Key == key))
            {
                var seenAt = _seen.Find(seen => seen.Key == key).At;
                receipt = receipt with { SeenAt = seenAt, Witness = ReceiptWitness.Scanner };
            }
            else
            {
                receipt = receipt with { WhyNot = WhyUnseen() };
            }
        }

        _log.Add(receipt);
        return receipt;
    }

    private string WhyUnseen() => !_hasPower() ? "the mains is off"
        : _seen.Count == 0 ? "the meter's scanner reported no key"
        : $"the meter's scanner reported {string.Join(' ', _seen.Select(seen => $"'{seen.Key}'"))} instead";

    private static StimulusNotDeliveredException NotDelivered(PressReceipt receipt) =>
        new($"key '{receipt.Key}'", receipt.WhyNot ?? "nobody saw it");
}

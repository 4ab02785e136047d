using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>
/// Fingers on an emulated matrix keypad. A whole press is scheduled as hardware before time moves, so a key can
/// come and go while the board is busy; the witness is the board's own scanner.
/// </summary>
internal sealed class VirtualKeypad : IKeypad
{
    private readonly VirtualTime _time;
    private readonly MatrixKeypad _pad;
    private readonly PressTiming _timing;
    private readonly Func<bool> _hasPower;
    private readonly string _whyNoPower;
    private readonly List<PressReceipt> _log = [];
    private readonly List<(char Key, TimeSpan At)> _seen = [];

    public VirtualKeypad(
        VirtualTime time, MatrixKeypad pad, IReadOnlyList<string> legend, PressTiming timing, Func<bool> hasPower,
        string whyNoPower = "the mains is off")
    {
        _time = time;
        _pad = pad;
        _timing = timing;
        _hasPower = hasPower;
        _whyNoPower = whyNoPower;
        Keys = string.Concat(legend);
    }

    public string Keys { get; }

    public IReadOnlyList<PressReceipt> Log => _log;

    /// <summary>The scanner reported a key.</summary>
    public void OnKeySeen(char key, TimeSpan at) => _seen.Add((key, at));

    public PressReceipt Press(char key) => Press(key, _timing.Press, _timing.Gap);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var at = Begin(key);
        _pad.Press(key, at, hold);
        _time.Wait(hold + gap);
        var receipt = ReceiptFor(key, at);
        return receipt.IsDelivered ? receipt : throw NotDelivered(receipt);
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys)
    {
        var at = _time.Now;
        foreach (var key in keys) Begin(key);
        foreach (var key in keys) _pad.Press(key, at, _timing.Press);
        _time.Wait(_timing.Press + _timing.Gap);
        return [.. keys.Select(key => ReceiptFor(key, at))];
    }

    public PressReceipt HoldDown(char key)
    {
        var at = Begin(key);
        _pad.Hold(key);
        _time.Wait(_timing.Press);
        return ReceiptFor(key, at);
    }

    public void LetGo(char key)
    {
        Demand(key);
        _pad.Release(key);
        _time.Wait(_timing.Gap);
    }

    public void SetBounce(TimeSpan longest) =>
        _pad.Bounce = longest > TimeSpan.Zero ? new BounceProfile(longest) : BounceProfile.None;

    private TimeSpan Begin(char key)
    {
        Demand(key);
        _seen.Clear();
        return _time.Now;
    }

    private void Demand(char key)
    {
        if (Keys.Contains(key, StringComparison.Ordinal)) return;
        var receipt = new PressReceipt(
            key, _time.Now, null, ReceiptWitness.Nobody, $"the keypad has no such key, only {Keys}");
        _log.Add(receipt);
        throw NotDelivered(receipt);
    }

    private PressReceipt ReceiptFor(char key, TimeSpan at)
    {
        var receipt = new PressReceipt(key, at, null, ReceiptWitness.Nobody);
        foreach (var (seen, seenAt) in _seen)
        {
            if (seen != key) continue;
            receipt = new PressReceipt(key, at, seenAt, ReceiptWitness.Scanner);
            break;
        }

        if (!receipt.IsDelivered) receipt = receipt with { WhyNot = WhyUnseen() };
        _log.Add(receipt);
        return receipt;
    }

    private string WhyUnseen()
    {
        if (!_hasPower()) return _whyNoPower;
        return _seen.Count == 0
            ? "the meter's scanner reported no key"
            : $"the meter's scanner reported {string.Join(' ', _seen.Select(seen => $"'{seen.Key}'"))} instead";
    }

    private static StimulusNotDeliveredException NotDelivered(PressReceipt receipt) =>
        new($"key '{receipt.Key}'", receipt.WhyNot ?? "nobody saw it");
}

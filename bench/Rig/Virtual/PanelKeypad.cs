using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>Fingers on the keys of a virtual panel; the witness is the meter's own driver.</summary>
internal sealed class PanelKeypad(
    VirtualTime time, MatrixOrbitalPanel panel, string keys, string codes, PressTiming timing, Func<bool> hasPower)
    : IKeypad
{
    private static readonly TimeSpan Held = TimeSpan.FromHours(1);

    private readonly List<PressReceipt> _log = [];
    private readonly List<(char Key, TimeSpan At)> _seen = [];

    public string Keys => keys;

    public IReadOnlyList<PressReceipt> Log => _log;

    public void OnKeySeen(char key, TimeSpan at) => _seen.Add((key, at));

    public PressReceipt Press(char key) => Press(key, timing.Press, timing.Gap);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var receipt = PushAll(key.ToString(), hold, hold + gap)[0];
        return receipt.IsDelivered
            ? receipt
            : throw new StimulusNotDeliveredException($"key '{key}'", receipt.WhyNot ?? "nobody saw it");
    }

    /// <summary>A panel reports every key it sees, one after the other.</summary>
    public IReadOnlyList<PressReceipt> PressTogether(string keys) =>
        PushAll(keys, timing.Press, timing.Press + timing.Gap);

    /// <summary>A panel reports a key when it goes down, and says nothing of one that stays.</summary>
    public PressReceipt HoldDown(char key) => PushAll(key.ToString(), Held, timing.Press)[0];

    public void LetGo(char key) => time.Wait(timing.Gap);

    public void SetBounce(TimeSpan longest) =>
        throw new StimulusNotDeliveredException("bouncing keys", "the panel debounces its keys out of sight");

    private IReadOnlyList<PressReceipt> PushAll(string pressed, TimeSpan hold, TimeSpan wait)
    {
        var at = time.Now;
        _seen.Clear();
        foreach (var key in pressed)
        {
            if (keys.Contains(key, StringComparison.Ordinal)) panel.Press(codes[keys.IndexOf(key)], at, hold);
        }

        time.Wait(wait);
        PressReceipt[] receipts = [.. pressed.Select(key => ReceiptFor(key, at))];
        _log.AddRange(receipts);
        return receipts;
    }

    private PressReceipt ReceiptFor(char key, TimeSpan at)
    {
        foreach (var (seen, seenAt) in _seen)
        {
            if (seen == key) return new PressReceipt(key, at, seenAt, ReceiptWitness.Scanner);
        }

        var why = !keys.Contains(key, StringComparison.Ordinal) ? $"the keypad has no such key, only {keys}"
            : !hasPower() ? "the mains is off"
            : "the panel reported no such key";
        return new PressReceipt(key, at, null, ReceiptWitness.Nobody, why);
    }
}

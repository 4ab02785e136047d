using HilBench.Rig.Board;
using HilBench.Rig.Fingers;
using HilBench.Rig.Roles;

namespace HilBench.Pi;

/// <summary>
/// Fingers on the guest's keypad: a contact is closed in the guest's kernel until the meter's scanner has reported a
/// key, then opened and left alone. Paced by what the scanner does, because an emulated processor has bad moments; when
/// one is so long that the meter may have forgotten the entry, the press proves nothing.
/// </summary>
internal sealed class VmKeypad(
    VirtualMachine machine, KeypadWiring wiring, TypingPace pace, Func<TimeSpan> now, Action pump, Func<bool> hasPower)
    : IKeypad
{
    private static readonly TimeSpan ScannerPatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(4);

    private readonly List<PressReceipt> _log = [];
    private readonly List<(char Key, TimeSpan At)> _seen = [];

    public string Keys { get; } = string.Concat(wiring.Legend);

    public IReadOnlyList<PressReceipt> Log => _log;

    /// <summary>The meter traced that its scanner reported a key.</summary>
    public void OnKeySeen(char key, TimeSpan at) => _seen.Add((key, at));

    public PressReceipt Press(char key) => Press(key, TimeSpan.Zero, Gap);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var asked = now();
        var receipt = HoldDown(key);
        Wait(hold);
        Contact('o', key);
        Wait(gap > Gap ? gap : Gap);
        if (receipt.SeenAt is { } seen && pace.TooSlow(key, asked, seen, now()) is { } slow)
            receipt = _log[^1] = receipt with { SeenAt = null, Witness = ReceiptWitness.Nobody, WhyNot = slow };
        return receipt.IsDelivered
            ? receipt
            : throw new StimulusNotDeliveredException($"key '{key}'", receipt.WhyNot ?? "nobody saw it");
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys)
    {
        var at = Begin();
        foreach (var key in keys) Contact('c', key);
        Wait(Gap);
        foreach (var key in keys) Contact('o', key);
        Wait(Gap);
        return [.. keys.Select(key => Receipt(key, at))];
    }

    public PressReceipt HoldDown(char key)
    {
        var at = Begin();
        if (hasPower())
        {
            Contact('c', key);
            var end = now() + ScannerPatience;
            while (_seen.Count == 0 && now() < end) Wait(Blink);
        }

        return Receipt(key, at);
    }

    public void LetGo(char key)
    {
        Contact('o', key);
        Wait(Gap);
    }

    public void SetBounce(TimeSpan longest) =>
        throw new StimulusNotDeliveredException("bouncing keys", "the guest's contacts are clean");

    private TimeSpan Begin()
    {
        pump();
        _seen.Clear();
        return now();
    }

    private void Contact(char what, char key)
    {
        var place = Keys.IndexOf(key);
        if (place < 0) throw new StimulusNotDeliveredException($"key '{key}'", $"the keypad has only {Keys}");
        if (!hasPower()) return;
        machine.Contact(what, wiring.Rows[place / wiring.Columns.Count], wiring.Columns[place % wiring.Columns.Count]);
    }

    private void Wait(TimeSpan time)
    {
        var end = now() + time;
        do
        {
            pump();
            if (now() < end) Thread.Sleep(Blink);
        }
        while (now() < end);
    }

    private PressReceipt Receipt(char key, TimeSpan at)
    {
        var receipt = new PressReceipt(key, at, null, ReceiptWitness.Nobody);
        if (_seen.Exists(seen => seen.Key == key))
        {
            var seenAt = _seen.Find(seen => seen.Key == key).At;
            receipt = receipt with { SeenAt = seenAt, Witness = ReceiptWitness.Scanner };
        }
        else
        {
            receipt = receipt with
            {
                WhyNot = !hasPower() ? "the mains is off"
                    : _seen.Count == 0 ? "the meter's scanner reported no key"
                    : $"the meter's scanner reported '{_seen[0].Key}' instead",
            };
        }

        _log.Add(receipt);
        return receipt;
    }
}

using HilBench.Board;
using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.Pi;

/// <summary>
/// Presses keys of the guest's keypad: a contact is closed until the meter's scanner has reported a key, and then
/// opened. The pace follows the scanner, because an emulated processor is sometimes slow. A key that the scanner did
/// not report, or reported in addition, is a press that was not delivered; a wrong digit is never taken for the
/// customer's.
/// </summary>
internal sealed class VmKeypad(
    IKeyContacts contacts, KeypadWiring wiring, Func<TimeSpan> now, Action<TimeSpan> wait, Func<bool> hasPower,
    TypingPace? pace = null)
    : IKeypad
{
    private static readonly TimeSpan ScannerPatience = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan ReleasePatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(4);

    private readonly List<PressReceipt> _log = [];
    private readonly List<(char Key, TimeSpan At)> _seen = [];
    private readonly HashSet<char> _down = [];
    private bool _isPressing;

    public string Keys { get; } = string.Concat(wiring.Legend);

    public IReadOnlyList<PressReceipt> Log => _log;

    /// <summary>The meter traced that its scanner reported a key.</summary>
    public void OnKeySeen(char key, TimeSpan at)
    {
        _seen.Add((key, at));
        _down.Add(key);
    }

    /// <summary>The meter traced that its scanner saw a reported key released.</summary>
    public void OnKeyUp(char key) => _down.Remove(key);

    public PressReceipt Press(char key) => Press(key, TimeSpan.Zero, Gap);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var at = Begin(key);
        Down(key);
        wait(hold);
        Up(key);
        Rest(gap);
        var receipt = End(key, at);
        if (receipt.SeenAt is { } seen && pace?.TooSlow(key, at, seen, now()) is { } slow)
            receipt = _log[^1] = receipt with { SeenAt = null, Witness = ReceiptWitness.Nobody, WhyNot = slow };
        return receipt.IsDelivered
            ? receipt
            : throw new StimulusNotDeliveredException($"key '{key}'", receipt.WhyNot ?? "nobody saw it");
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys)
    {
        var at = Begin([.. keys]);
        if (hasPower()) foreach (var key in keys) contacts.Close(key);
        wait(Gap);
        foreach (var key in keys) Up(key);
        Rest(Gap);
        _isPressing = false;
        return [.. keys.Select(key => Noted(Receipt(key, at, isAlone: false)))];
    }

    public PressReceipt HoldDown(char key)
    {
        var at = Begin(key);
        Down(key);
        return End(key, at);
    }

    public void LetGo(char key)
    {
        Up(key);
        Rest(Gap);
    }

    public void SetBounce(TimeSpan longest) =>
        throw new StimulusNotDeliveredException("bouncing keys", "the guest's contacts are clean");

    /// <summary>
    /// Where contacts are answered from outside, a key that came without a press is the bench's fault, and whatever the
    /// meter does about it proves nothing.
    /// </summary>
    /// <exception cref="StimulusNotDeliveredException">Such a key has come.</exception>
    public void DemandNoStray()
    {
        if (_isPressing || !contacts.MayErr || _seen.Count == 0) return;
        var stray = _seen[0].Key;
        _seen.Clear();
        throw new StimulusNotDeliveredException(
            "the last key", $"the meter's scanner reported '{stray}' after it, which nobody pressed");
    }

    private TimeSpan Begin(params char[] keys)
    {
        foreach (var key in keys.Where(key => !Keys.Contains(key)))
            throw new StimulusNotDeliveredException($"key '{key}'", $"the keypad has only {Keys}");
        wait(TimeSpan.Zero);
        _seen.Clear();
        _isPressing = true;
        return now();
    }

    private PressReceipt End(char key, TimeSpan at)
    {
        var receipt = Noted(Receipt(key, at, isAlone: true));
        _seen.Clear();
        _isPressing = false;
        return receipt;
    }

    private void Down(char key)
    {
        if (!hasPower()) return;
        contacts.Close(key);
        var end = now() + ScannerPatience;
        while (_seen.Count == 0 && now() < end) wait(Blink);
    }

    private void Up(char key)
    {
        if (hasPower()) contacts.Open(key);
    }

    private void Rest(TimeSpan gap)
    {
        wait(gap > Gap ? gap : Gap);
        var end = now() + ReleasePatience;
        // Two presses without a seen release between them are one press.
        while (hasPower() && (_down.Count > 0 || !contacts.IsReleaseSeen) && now() < end) wait(Blink);
        if (!hasPower()) _down.Clear();
    }

    private PressReceipt Receipt(char key, TimeSpan at, bool isAlone)
    {
        var wrong = _seen.FindIndex(seen => seen.Key != key);
        var right = _seen.FindIndex(seen => seen.Key == key);
        if (right >= 0 && (!isAlone || _seen.Count == 1))
            return new PressReceipt(key, at, _seen[right].At, ReceiptWitness.Scanner);
        var why = !hasPower() ? "the mains is off"
            : _seen.Count == 0 ? "the meter's scanner reported no key"
            : wrong < 0 ? "the meter's scanner reported it more than once"
            : $"the meter's scanner reported '{_seen[wrong].Key}' {(right < 0 ? "instead" : "as well")}";
        return new PressReceipt(key, at, null, ReceiptWitness.Nobody, WhyNot: contacts.Excuse is { } excuse
            ? $"{why}; {excuse}"
            : why);
    }

    private PressReceipt Noted(PressReceipt receipt)
    {
        _log.Add(receipt);
        return receipt;
    }
}

using HilBench.Board;
using HilBench.Chips;
using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>Fingers that reach the model directly: no contacts, no bounce, but presses take their time.</summary>
internal sealed class ModelKeypad(
    VirtualTime time, PadKeys pad, PressTiming timing, Func<bool> hasPower, Action<MeterInput> tell) : IKeypad
{
    private static readonly TimeSpan StuckAfter = new KeypadTiming().StuckAfter;

    private readonly List<PressReceipt> _log = [];
    private readonly Dictionary<char, HardwareEvent> _heldDown = [];

    public string Keys { get; } = pad.Keys;

    public IReadOnlyList<PressReceipt> Log => _log;

    public PressReceipt Press(char key) => Press(key, timing.Press, timing.Gap);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var receipt = Push(key);
        time.Wait(hold + gap);
        return receipt.IsDelivered
            ? receipt
            : throw new StimulusNotDeliveredException($"key '{key}'", receipt.WhyNot ?? "nobody saw it");
    }

    /// <summary>
    /// Without a matrix there are no ghosts: the keys arrive one after the other, at the same moment.
    /// </summary>
    public IReadOnlyList<PressReceipt> PressTogether(string keys)
    {
        PressReceipt[] receipts = [.. keys.Select(Push)];
        time.Wait(timing.Press + timing.Gap);
        return receipts;
    }

    public PressReceipt HoldDown(char key)
    {
        var receipt = Push(key);
        if (receipt.IsDelivered)
            _heldDown[key] = time.After(StuckAfter, () => tell(new MeterInput.KeyStuck(key)));
        time.Wait(timing.Press);
        return receipt;
    }

    public void LetGo(char key)
    {
        if (_heldDown.Remove(key, out var report)) report.Cancel();
        time.Wait(timing.Gap);
    }

    public void SetBounce(TimeSpan longest) =>
        throw new StimulusNotDeliveredException("bouncing keys", "the model alone has no contacts");

    private string? WhyNot(char key)
    {
        if (!Keys.Contains(key, StringComparison.Ordinal)) return $"the keypad has no such key, only {Keys}";
        return hasPower() ? null : "the mains is off";
    }

    private PressReceipt Push(char key)
    {
        var why = WhyNot(key);
        var receipt = why is null
            ? new PressReceipt(key, time.Now, time.Now, ReceiptWitness.Model)
            : new PressReceipt(key, time.Now, null, ReceiptWitness.Nobody, why);
        _log.Add(receipt);
        if (why is null) tell(new MeterInput.KeyPressed(key));
        return receipt;
    }
}

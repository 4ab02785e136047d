using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// Keys for a board that has only a display: each is handed to the meter's program as its scanner would report it. That
/// proves nothing about a keypad, and the receipts say so: their witness is the model.
/// </summary>
internal sealed class HandedKeys(
    IReadOnlyList<string> legend, PressTiming timing, IBenchClock clock, Func<char, bool> hand) : IKeypad
{
    private readonly List<PressReceipt> _log = [];

    public string Keys { get; } = string.Concat(legend);

    public IReadOnlyList<PressReceipt> Log => _log;

    public PressReceipt Press(char key) => Press(key, timing.Press, timing.Gap);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var receipt = Hand(key);
        clock.Wait(hold + gap);
        return receipt.IsDelivered
            ? receipt
            : throw new StimulusNotDeliveredException($"key '{key}'", receipt.WhyNot!);
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys) =>
        throw new StimulusNotDeliveredException($"keys {keys}", "this rig has no contacts that could close together");

    public PressReceipt HoldDown(char key) =>
        throw new StimulusNotDeliveredException($"key '{key}'", "this rig has no contacts that could stay closed");

    public void LetGo(char key)
    {
    }

    public void SetBounce(TimeSpan longest)
    {
        if (longest > TimeSpan.Zero)
            throw new StimulusNotDeliveredException("bouncing keys", "this rig has no contacts that could bounce");
    }

    private PressReceipt Hand(char key)
    {
        var at = clock.Now;
        var receipt = new PressReceipt(key, at, null, ReceiptWitness.Nobody);
        if (!Keys.Contains(key, StringComparison.Ordinal))
            receipt = receipt with { WhyNot = $"the keypad has no such key, only {Keys}" };
        else if (!hand(key)) receipt = receipt with { WhyNot = "the meter does not run" };
        else receipt = receipt with { SeenAt = clock.Now, Witness = ReceiptWitness.Model };
        _log.Add(receipt);
        return receipt;
    }
}

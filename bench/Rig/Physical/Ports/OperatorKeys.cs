using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical.Ports;

/// <summary>
/// The fingers of an operator: each key is asked for on standard error, and counts when the panel reports it. Another
/// key than the one asked for is a stimulus that went wrong.
/// </summary>
internal sealed class OperatorKeys(IBenchClock clock, string keys, TimeSpan patience) : IKeypad
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private readonly List<PressReceipt> _log = [];
    private readonly Queue<(char Key, TimeSpan At)> _seen = new();

    public string Keys => keys;

    public IReadOnlyList<PressReceipt> Log => _log;

    public void OnKeySeen(char key, TimeSpan at) => _seen.Enqueue((key, at));

    public PressReceipt Press(char key) => Press(key, TimeSpan.Zero, TimeSpan.Zero);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var asked = clock.Now;
        Console.Error.WriteLine($"press {key}");
        while (_seen.Count == 0 && clock.Now - asked < patience) clock.Wait(Blink);
        var receipt = _seen.TryDequeue(out var seen) && seen.Key == key
            ? new PressReceipt(key, asked, seen.At, ReceiptWitness.Scanner)
            : new PressReceipt(key, asked, null, ReceiptWitness.Nobody, seen.Key == default
                ? $"nobody pressed it within {patience.TotalSeconds:0} s"
                : $"the panel reported '{seen.Key}' instead");
        _log.Add(receipt);
        return receipt.IsDelivered
            ? receipt
            : throw new StimulusNotDeliveredException($"key '{key}'", receipt.WhyNot!);
    }

    public IReadOnlyList<PressReceipt> PressTogether(string keys) => [.. keys.Select(Press)];

    public PressReceipt HoldDown(char key) => Press(key);

    public void LetGo(char key) => clock.Wait(TimeSpan.Zero);

    public void SetBounce(TimeSpan longest) =>
        throw new StimulusNotDeliveredException("bouncing keys", "the panel debounces its keys out of sight");
}

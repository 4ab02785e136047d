using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical.Ports;

/// <summary>
/// The fingers of an operator on a panel: each key is asked for, and counts when the panel reports it. Another key than
/// the one asked for is a stimulus that went wrong. Waiting for a finger is what keeps the meter running, which is why
/// this is not <see cref="OperatorKeypad"/>, whose meter has a thread of its own.
/// </summary>
internal sealed class OperatorKeys(
    IBenchClock clock, IReadOnlyList<string> legend, TimeSpan patience, IOperator? person) : IKeypad
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private readonly List<PressReceipt> _log = [];
    private readonly Queue<(char Key, TimeSpan At)> _seen = new();

    public string Keys { get; } = string.Concat(legend);

    public IReadOnlyList<PressReceipt> Log => _log;

    public void OnKeySeen(char key, TimeSpan at) => _seen.Enqueue((key, at));

    public PressReceipt Press(char key) => Press(key, TimeSpan.Zero, TimeSpan.Zero);

    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap)
    {
        var asked = clock.Now;
        if (person is null) throw new StimulusNotDeliveredException($"key '{key}'", "there is no operator to press it");
        person.AskForKey(key, legend, _log.Count);
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

using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.Physical.Ports;

/// <summary>
/// The fingers of an operator on a panel: each key is asked for, and counts when the panel reports it. Another key than
/// the one asked for is a stimulus that went wrong. Waiting for a finger is what keeps the meter running, which is why
/// this is not <see cref="OperatorKeypad"/>, whose meter has a thread of its own.
/// </summary>
internal sealed class OperatorKeys(
    IBenchClock clock, IReadOnlyList<string> legend, TimeSpan patience, IOperator? person)
    : PersonKeypad(legend)
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private readonly List<PressReceipt> _log = [];
    private readonly Queue<(char Key, TimeSpan At)> _seen = new();

    public override IReadOnlyList<PressReceipt> Log => _log;

    protected override string WhyNoBounce => "the panel debounces its keys out of sight";

    public void OnKeySeen(char key, TimeSpan at) => _seen.Enqueue((key, at));

    public override PressReceipt Press(char key)
    {
        var asked = clock.Now;
        if (person is null) throw NotDelivered(key, "there is no operator to press it");
        if (_seen.TryDequeue(out var stray))
            throw NotDelivered(key, $"the panel reported '{stray.Key}' before it was asked for");
        person.AskForKey(key, Legend, _log.Count);
        while (_seen.Count == 0 && clock.Now - asked < patience) clock.Wait(Blink);
        var receipt = _seen.TryDequeue(out var seen) && seen.Key == key
            ? new PressReceipt(key, asked, seen.At, ReceiptWitness.Scanner)
            : new PressReceipt(key, asked, null, ReceiptWitness.Nobody, seen.Key == default
                ? $"nobody pressed it within {patience.TotalSeconds:0} s"
                : $"the panel reported '{seen.Key}' instead");
        _log.Add(receipt);
        return receipt.IsDelivered ? receipt : throw NotDelivered(key, receipt.WhyNot!);
    }
}

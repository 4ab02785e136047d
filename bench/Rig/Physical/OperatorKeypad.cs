using System.Collections.Concurrent;
using HilBench.Rig.Fingers;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical;

/// <summary>
/// An operator's fingers: asks for one key after the other and believes the meter's scanner, not the operator. A wrong
/// key has reached the meter and cannot be taken back, so it ends the scenario as not delivered, with its name.
/// </summary>
internal sealed class OperatorKeypad(
    IReadOnlyList<string> legend, IOperator person, TimeSpan patience, TypingPace pace, IBenchClock clock,
    CancellationToken stop)
    : IKeypad, IDisposable
{
    private readonly List<PressReceipt> _log = [];
    private readonly BlockingCollection<(char Key, TimeSpan At)> _seen = [];

    /// <summary>Cancelled when the meter's program ends by itself: no key will ever be seen again.</summary>
    public CancellationToken MeterEnded { get; init; }

    /// <summary>Says why, by an exception, when the meter's program has ended.</summary>
    public Action Demand { get; init; } = static () => { };

    public string Keys { get; } = string.Concat(legend);

    public IReadOnlyList<PressReceipt> Log => _log;

    /// <summary>The meter's scanner reported a key; may come on the meter's thread.</summary>
    public void OnKeySeen(char key, TimeSpan at) => _seen.Add((key, at));

    public PressReceipt Press(char key)
    {
        if (!Keys.Contains(key, StringComparison.Ordinal)) throw NotDelivered(key, $"the keypad has only {Keys}");
        while (_seen.TryTake(out var stray))
            throw NotDelivered(key, $"the meter's scanner reported '{stray.Key}' before it was asked for");
        person.AskForKey(key, legend, _log.Count);
        var asked = clock.Now;
        var receipt = new PressReceipt(key, asked, null, ReceiptWitness.Nobody);
        if (!Await(out var seen))
            receipt = receipt with { WhyNot = $"nobody pressed it within {patience.TotalSeconds} s" };
        else if (seen.Key != key)
            receipt = receipt with { WhyNot = $"the meter's scanner reported '{seen.Key}' instead" };
        else
            receipt = receipt with { PressedAt = seen.At, SeenAt = seen.At, Witness = ReceiptWitness.Scanner };
        if (receipt.SeenAt is { } at && pace.TooSlow(key, asked, at, at) is { } slow)
            receipt = receipt with { SeenAt = null, Witness = ReceiptWitness.Nobody, WhyNot = slow };
        _log.Add(receipt);
        return receipt.IsDelivered ? receipt : throw NotDelivered(key, receipt.WhyNot!);
    }

    private bool Await(out (char Key, TimeSpan At) seen)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, MeterEnded);
        try
        {
            return _seen.TryTake(out seen, (int)patience.TotalMilliseconds, either.Token);
        }
        catch (OperationCanceledException)
        {
            Demand();
            throw;
        }
    }

    /// <summary>A person's finger has its own times.</summary>
    public PressReceipt Press(char key, TimeSpan hold, TimeSpan gap) =>
        throw NotDelivered(key, "an operator cannot hold a key to the millisecond");

    public IReadOnlyList<PressReceipt> PressTogether(string keys) =>
        throw NotDelivered(keys[0], "an operator cannot press keys at the same moment");

    public PressReceipt HoldDown(char key) => throw NotDelivered(key, "an operator is not asked to hold keys down");

    public void LetGo(char key)
    {
    }

    public void SetBounce(TimeSpan longest) =>
        throw new StimulusNotDeliveredException("bouncing keys", "a real keypad bounces as it likes");

    public void Dispose() => _seen.Dispose();

    private static StimulusNotDeliveredException NotDelivered(char key, string why) => new($"key '{key}'", why);
}

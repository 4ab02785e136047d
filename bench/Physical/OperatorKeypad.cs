using System.Collections.Concurrent;
using HilBench.Rig.Fingers;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// An operator's fingers: asks for one key after the other and believes the meter's scanner, not the operator. A wrong
/// key has reached the meter and cannot be taken back, so it ends the scenario as not delivered, with its name.
/// </summary>
internal sealed class OperatorKeypad(
    IReadOnlyList<string> legend, IOperator person, TimeSpan patience, TypingPace pace, IBenchClock clock,
    CancellationToken stop)
    : PersonKeypad(legend), IDisposable
{
    private readonly List<PressReceipt> _log = [];
    private readonly BlockingCollection<(char Key, TimeSpan At)> _seen = [];

    /// <summary>Cancelled when the meter's program ends by itself: no key will ever be seen again.</summary>
    public CancellationToken MeterEnded { get; init; }

    /// <summary>Says why, by an exception, when the meter's program has ended.</summary>
    public Action Demand { get; init; } = static () => { };

    public override IReadOnlyList<PressReceipt> Log => _log;

    protected override string WhyNoBounce => "a real keypad bounces as it likes";

    /// <summary>The meter's scanner reported a key; may come on the meter's thread.</summary>
    public void OnKeySeen(char key, TimeSpan at) => _seen.Add((key, at));

    public override PressReceipt Press(char key)
    {
        if (!Keys.Contains(key, StringComparison.Ordinal)) throw NotDelivered(key, $"the keypad has only {Keys}");
        while (_seen.TryTake(out var stray))
            throw NotDelivered(key, $"the meter's scanner reported '{stray.Key}' before it was asked for");
        person.AskForKey(key, Legend, _log.Count);
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

    public void Dispose() => _seen.Dispose();

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
}

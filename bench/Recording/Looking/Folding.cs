using System.Globalization;
using HilBench.Roles;

namespace HilBench.Recording.Looking;

/// <summary>Draws together what a person reads as one thing: a typed token, a long wait, a row of polls.</summary>
/// <param name="recording">For the names of its wires.</param>
/// <param name="isUsual">
/// Nobody asked for particular subjects: the echo of keys is drawn together with them, and long rows of pictures are
/// shortened.
/// </param>
internal sealed class Folding(FlightRecording recording, bool isUsual)
{
    private const int MostPictures = 8;
    private const int FirstPictures = 3;
    private const int LastPictures = 2;
    private const int MostBytes = 24;

    /// <summary>A shorter wait is none to a person.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    /// <summary>The lines of a step.</summary>
    public IEnumerable<TimelineLine> Lines(IReadOnlyList<Entry> entries)
    {
        for (var at = 0; at < entries.Count;)
        {
            var end = at + 1;
            if (KeysFrom(entries, at) is { Count: > 1 } keys)
            {
                yield return Typed(entries, keys);
                end = keys[^1] + 1;
            }
            else if (RunOf(entries, at, IsPicture) is > MostPictures and var pictures && isUsual)
            {
                foreach (var line in Shortened(entries, at, pictures)) yield return line;
                end = at + pictures;
            }
            else if (RunOf(entries, at, IsPoll) is > 0 and var polls)
            {
                foreach (var line in Polls(entries, at, polls)) yield return line;
                end = at + polls;
            }
            else if (Together(entries, at) is > 1 and var together)
            {
                yield return Joined(entries, at, together);
                end = at + together;
            }
            else
            {
                yield return One(entries[at]);
            }

            at = end;
        }
    }

    private TimelineLine One(Entry one) => new(one.At, one.Subject.Word(), TextOf(one));

    private string TextOf(Entry one) => one.Event is { } noted ? TimelineWords.Of(noted)
        : one.Moment.Bytes is { Length: > MostBytes } bytes
            ? $"{WireWords.Of(one.Moment with { Bytes = bytes[..MostBytes] }, recording)} … {bytes.Length} bytes"
        : WireWords.Of(one.Moment, recording);

    // ---- keys ----

    /// <summary>Where the presses of a sequence are, with nothing between them but what echoes them.</summary>
    private List<int> KeysFrom(IReadOnlyList<Entry> entries, int first)
    {
        List<int> keys = [];
        for (var at = first; at < entries.Count; at++)
        {
            if (ReceiptOf(entries[at]) is not null) keys.Add(at);
            else if (keys.Count == 0 || !isUsual || !IsEcho(entries[at])) break;
        }

        return keys;
    }

    private static PressReceipt? ReceiptOf(Entry one) =>
        one.Event is RigCall { Do: RigVerb.Press, Receipts: [{ IsDelivered: true } receipt] } ? receipt : null;

    private static bool IsEcho(Entry one) => one.Event switch
    {
        BeepHeard or RigCall { Do: RigVerb.Settle } => true,
        GlassSeen glass => glass.Lines.All(
            line => line.All(one => one is ' ' or '*' or '-' or '_' || char.IsAsciiDigit(one))),
        _ => false,
    };

    private static TimelineLine Typed(IReadOnlyList<Entry> entries, List<int> keys)
    {
        var receipts = keys.Select(at => ReceiptOf(entries[at])!).ToArray();
        var delays = receipts.Select(receipt => receipt.SeenAt!.Value - receipt.PressedAt).Order().ToArray();
        var (typed, digits) = ("", 0);
        foreach (var key in receipts.Select(receipt => receipt.Key))
        {
            var isDigit = char.IsAsciiDigit(key);
            if (typed.Length > 0 && (!isDigit || digits % 4 == 0)) typed += " ";
            typed += key;
            digits = isDigit ? digits + 1 : 0;
        }

        var last = entries[keys[^1]];
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{typed} ({keys.Count} keys, the last at {TimelineWords.Seconds(last.At)}): each ")
            + TimelineWords.Witness(receipts[0].Witness)
            + $" after {TimelineWords.Milliseconds(delays[0])}"
            + (delays[0] == delays[^1] ? "" : $" to {TimelineWords.Milliseconds(delays[^1])}");
        return new TimelineLine(entries[keys[0]].At, Subject.Keys.Word(), text);
    }

    // ---- pictures ----

    private static bool IsPicture(Entry one) => one.Event is GlassSeen;

    private IEnumerable<TimelineLine> Shortened(IReadOnlyList<Entry> entries, int first, int count)
    {
        for (var at = 0; at < FirstPictures; at++) yield return One(entries[first + at]);
        var middle = entries[first + FirstPictures];
        yield return new TimelineLine(
            middle.At, Subject.Glass.Word(),
            $"… {count - FirstPictures - LastPictures} more pictures (--only glass shows them) …");
        for (var at = count - LastPictures; at < count; at++) yield return One(entries[first + at]);
    }

    // ---- waits and questions ----

    private static bool IsPoll(Entry one) => one.Event is RigCall
    {
        Do: RigVerb.Wait or RigVerb.Settle or RigVerb.ReadLoadSwitch or RigVerb.ReadStored or RigVerb.ReadCredit
            or RigVerb.ReadKeyRevision or RigVerb.IsLit or RigVerb.WatchLamp
    };

    /// <summary>Each answer is told once, where it came first; all waits are one, unless too short to tell.</summary>
    private IEnumerable<TimelineLine> Polls(IReadOnlyList<Entry> entries, int first, int count)
    {
        var calls = Enumerable.Range(first, count).Select(at => entries[at]).ToArray();
        foreach (var same in calls.GroupBy(WhatIsAsked))
        {
            var times = same.Count();
            var (one, call) = (same.First(), (RigCall)same.First().Event!);
            var took = same.Aggregate(TimeSpan.Zero, (sum, each) => sum + ((RigCall)each.Event!).Took);
            if (isUsual && one.Subject == Subject.Waits && took < Blink) continue;
            var text = times == 1 ? TimelineWords.Of(call)
                : one.Subject == Subject.Waits ? $"{TimelineWords.Seconds(took)}, in {times} parts"
                : $"{TimelineWords.Of(call)} ({times} times)";
            yield return new TimelineLine(one.At, one.Subject.Word(), text);
        }
    }

    private static string WhatIsAsked(Entry one) => one.Subject == Subject.Waits
        ? Subject.Waits.Word() : TimelineWords.Of(one.Event!);

    // ---- wires and bytes ----

    /// <summary>Levels that changed at once, and bytes that went one way, stand in one line.</summary>
    private static int Together(IReadOnlyList<Entry> entries, int first) => entries[first].Subject switch
    {
        Subject.Pins => RunOf(entries, first, one =>
            one.Subject == Subject.Pins && one.At == entries[first].At
            && one.Moment.IsGap == entries[first].Moment.IsGap),
        Subject.Port => Math.Min(MostBytes, RunOf(entries, first, one =>
            one.Subject == Subject.Port && one.Moment.Line == entries[first].Moment.Line
            && one.Moment.Traffic == entries[first].Moment.Traffic && one.Moment.Bytes is { Length: 1 })),
        _ => 1,
    };

    private TimelineLine Joined(IReadOnlyList<Entry> entries, int first, int count)
    {
        var one = entries[first];
        var all = Enumerable.Range(first, count).Select(at => entries[at].Moment);
        return one.Subject == Subject.Port
            ? One(one with { Moment = one.Moment with { Bytes = [.. all.SelectMany(each => each.Bytes ?? [])] } })
            : new TimelineLine(
                one.At, one.Subject.Word(), string.Join(", ", all.Select(each => WireWords.Of(each, recording))));
    }

    private static int RunOf(IReadOnlyList<Entry> entries, int first, Func<Entry, bool> belongs)
    {
        var end = first;
        while (end < entries.Count && belongs(entries[end])) end++;
        return end - first;
    }
}

namespace HilBench.Recording.Looking;

/// <summary>One thing of a timeline.</summary>
/// <param name="At">When it began.</param>
/// <param name="Place">Its place among what began then.</param>
/// <param name="Step">The step it belongs to, from 0; -1 before the first.</param>
/// <param name="Subject">What it is about; of a gap, the pins.</param>
internal readonly record struct Entry(TimeSpan At, long Place, int Step, Subject Subject)
{
    /// <summary>Null for wires and bytes.</summary>
    public RecordedEvent? Event { get; init; }

    /// <summary>A level, bytes or a gap, where <see cref="Event"/> is null.</summary>
    public WireMoment Moment { get; init; }

    /// <summary>All that happened, in order.</summary>
    public static IEnumerable<Entry> Of(FlightRecording recording)
    {
        var steps = new StepPlaces(recording);
        using var events = recording.Events.Where(one => one is not (WireNamed or LineNamed)).GetEnumerator();
        using var wires = recording.Wires.GetEnumerator();
        var (hasEvent, hasWire) = (events.MoveNext(), wires.MoveNext());
        while (hasEvent || hasWire)
        {
            if (hasEvent && (!hasWire || IsFirst(events.Current, wires.Current)))
            {
                var one = events.Current;
                yield return new Entry(one.At, one.Place, steps.Of(one.At, one.Place), TimelineWords.SubjectOf(one))
                {
                    Event = one,
                };
                hasEvent = events.MoveNext();
            }
            else
            {
                var moment = wires.Current;
                yield return new Entry(
                    moment.At, moment.Place, steps.Of(moment.At, moment.Place), WireWords.SubjectOf(moment, recording))
                {
                    Moment = moment,
                };
                hasWire = wires.MoveNext();
            }
        }
    }

    private static bool IsFirst(RecordedEvent one, WireMoment moment) =>
        one.At < moment.At || (one.At == moment.At && one.Place < moment.Place);
}

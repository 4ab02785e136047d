using System.Text.Json.Nodes;
using System.Text.Json;

namespace HilBench.Recording.Looking;

/// <summary>
/// A recording as JSON lines for other programs: the head, one line for each event, and the end. Times of a line are in
/// seconds and its steps are counted from 1, with 0 for what came before the first; <c>event</c> is as in the file.
/// </summary>
public static class TimelineJson
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<string> Lines(FlightRecording recording, TimelineView view)
    {
        var head = JsonSerializer.SerializeToNode(recording.Head, RecordingJson.Default.RecordingHead);
        yield return Line(new JsonObject { ["subject"] = "head", ["head"] = head });
        foreach (var one in Entry.Of(recording))
        {
            if (view.Wants(one.Subject) && view.Wants(one.At, one.Step)) yield return Line(Of(one, recording));
        }

        var end = recording.End is null ? null
            : JsonSerializer.SerializeToNode(recording.End, RecordingJson.Default.RecordingEnd);
        yield return Line(new JsonObject { ["subject"] = "end", ["isCut"] = recording.IsCut, ["end"] = end });
    }

    private static JsonObject Of(Entry one, FlightRecording recording)
    {
        var line = new JsonObject
        {
            ["at"] = JsonValue.Create((decimal)one.At.Ticks / TimeSpan.TicksPerSecond), ["step"] = one.Step + 1,
            ["subject"] = one.Subject.Word(),
        };
        if (one.Event is { } noted)
        {
            line["text"] = TimelineWords.Of(noted);
            line["event"] = JsonSerializer.SerializeToNode(noted, RecordingJson.Default.RecordedEvent);
            return line;
        }

        line["text"] = WireWords.Of(one.Moment, recording);
        var (wire, link) = (one.Moment.Wire, one.Moment.Line);
        if (wire >= 0)
        {
            line["wire"] = recording.WireNames[wire];
            line["level"] = one.Moment.IsHigh ? 1 : 0;
        }
        else if (link >= 0)
        {
            line["line"] = recording.LineNames[link];
            line["toMeter"] = one.Moment.Traffic.ToMeter;
            if (one.Subject == Subject.Bus) line["address"] = one.Moment.Traffic.Address;
            if (one.Moment.Traffic.IsRefused) line["isRefused"] = true;
            line["bytes"] = Convert.ToHexString(one.Moment.Bytes ?? []);
        }
        else
        {
            line["isGap"] = true;
        }

        return line;
    }

    private static string Line(JsonObject line) => line.ToJsonString(Compact);
}

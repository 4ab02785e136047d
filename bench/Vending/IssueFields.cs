using System.Globalization;
using HilBench.Input;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>When a token is issued: "issued" in UTC or a "tid" as it is, and "ken" to refuse an expired key.</summary>
internal static class IssueFields
{
    public static IReadOnlyList<string> Names { get; } = ["issued", "tid", "ken"];

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static TokenIdentifier Read(JsonFields line, BaseDate baseDate)
    {
        if (line.Has("issued") == line.Has("tid"))
            throw line.Bad("issued", line.Has("tid") ? "give issued or tid, not both" : "missing (or give tid)");

        var tid = line.Has("tid")
            ? new TokenIdentifier(line.Whole("tid", 0, TokenIdentifier.LargestValue))
            : FromTime(line, baseDate);
        if (line.Has("ken") && new KeyExpiry((byte)line.Whole("ken", 0, 255)) is var ken && ken.IsExpiredAt(tid))
            throw line.Bad("ken", $"the vending key expired: KEN {ken} is below {tid.HighByte} of TID {tid}");
        return tid;
    }

    private static TokenIdentifier FromTime(JsonFields line, BaseDate baseDate)
    {
        if (!DateTime.TryParseExact(
            line.Text("issued"),
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var issued))
        {
            throw line.Bad(
                "issued", CalendarSlip.Of(line.Text("issued")) ?? "must be a UTC minute such as 2004-03-01T13:00");
        }

        return issued >= baseDate.Start()
            ? TokenIdentifier.From(issued, baseDate)
            : throw line.Bad("issued", $"is before the base date {(int)baseDate}");
    }
}

using System.Text.Json;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>The "management" line: class 2 with a TID; the raw value, or watts for the two power limits.</summary>
internal sealed class ManagementRequest(StaTables tables, KeyRing keys)
{
    private static readonly string[] Known =
        ["kind", .. KeyFields.Names, "sub", "rnd", .. IssueFields.Names, "value", "watts"];

    public void Answer(JsonFields line, Utf8JsonWriter answer)
    {
        line.Allow(Known);
        var sub = line.Whole("sub", 0, 15);
        var value = Value(line, sub);
        var key = keys.Read(line);
        var tid = IssueFields.Read(line, key.Parameters.BaseDate);
        var token = ManagementToken.FromRaw(sub, line.Whole("rnd", 0, 15), tid, value)
            ?? throw line.Bad("sub", NoSuchToken(sub));
        VendLine.WriteToken(answer, TokenWriter.Write(token, key.Key, tables), tid);
    }

    private static ushort Value(JsonFields line, int sub)
    {
        if (!line.Has("watts"))
            return (ushort)line.Whole("value", 0, ushort.MaxValue);
        if (line.Has("value"))
            throw line.Bad("watts", "give watts or value, not both");
        return sub is 0 or 6
            ? TransferAmount.AtLeast(line.Whole("watts", 0, TransferAmount.LargestUnits)).Code
            : throw line.Bad("watts", "only the power limits, sub 0 and 6, are in watts");
    }

    private static string NoSuchToken(int sub) => sub is 3 or 4 or 8 or 9
        ? $"{sub} is a section of a key change; ask for a keychange"
        : $"{sub} belongs to makers; 0, 1, 2, 5, 6, 7 and 10 are allowed";
}

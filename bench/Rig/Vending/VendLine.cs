using System.Globalization;
using HilBench.Tokens;

namespace HilBench.Rig.Vending;

/// <summary>
/// Answers one vend line (docs/vend-and-decode.md). Stateless: a TID comes from the line alone, so two lines of the
/// same minute get the same one.
/// </summary>
public sealed class VendLine(StaTables tables)
{
    private static readonly string[] Kinds = ["key", "credit", "management", "keychange", "test"];

    /// <summary>What a line may hold before its kind is known: enough to recognise a misspelt "kind".</summary>
    private static readonly string[] AnyKind =
    [
        "kind", .. KeyFields.Names, .. IssueFields.Names,
        "sub", "rnd", "units", "value", "watts", "control", "mfr", "old", "new", "ro", "threeTokens",
    ];

    /// <summary>Never throws for what a line says; the answer carries the error.</summary>
    public LineAnswer Answer(string line)
    {
        try
        {
            var fields = JsonFields.Parse(line);
            return Kind(fields) switch
            {
                "key" => Key(fields),
                "credit" => new CreditRequest(tables).Answer(fields),
                "management" => new ManagementRequest(tables).Answer(fields),
                "keychange" => new KeyChangeRequest(tables).Answer(fields),
                _ => Test(fields),
            };
        }
        catch (BadLineException e)
        {
            return LineAnswer.Error(e.Message);
        }
    }

    private static string Kind(JsonFields fields)
    {
        if (!fields.Has("kind"))
            fields.Allow(AnyKind);
        var kind = fields.Text("kind");
        if (kind == "decode")
            throw fields.Bad("kind", "decode lines go to hilbench decode");
        return Kinds.Contains(kind)
            ? kind
            : throw fields.Bad("kind", "unknown" + NearestName.Hint(kind, Kinds));
    }

    private static LineAnswer Key(JsonFields fields)
    {
        fields.Allow(["kind", .. KeyFields.Names]);
        var key = KeyFields.Read(fields).Key;
        return LineAnswer.Of(json => json.WriteString("key", key.ToHex()));
    }

    private static LineAnswer Test(JsonFields fields)
    {
        fields.Allow("kind", "sub", "control", "mfr");
        var sub = fields.Whole("sub", 0, 2);
        var maker = fields.Has("mfr") ? fields.Whole("mfr", 0, sub == 0 ? 99 : sub == 1 ? 9999 : 0) : 0;
        var hex = fields.Text("control");
        var most = TestToken.AllTests(sub);
        if (!ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var control)
            || control > most)
        {
            throw fields.Bad("control", $"must be hex digits, at most {most:x}");
        }

        return WriteToken(TokenWriter.Write(new TestToken(sub, control, maker)), tid: null);
    }

    internal static LineAnswer WriteToken(TokenNumber number, TokenIdentifier? tid) => LineAnswer.Of(json =>
    {
        json.WriteString("token", number.ToString());
        if (tid is { } identifier)
            json.WriteNumber("tid", identifier.Value);
    });
}

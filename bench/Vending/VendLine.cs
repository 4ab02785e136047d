using System.Globalization;
using System.Text.Json;
using HilBench.Input;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>
/// Answers one vend line (docs/vend-and-decode.md). Stateless: a TID comes from the line alone, so two lines of the
/// same minute get the same one.
/// </summary>
public sealed class VendLine : LineAnswerer
{
    private static readonly string[] Kinds = ["key", "credit", "management", "keychange", "test"];

    private static readonly string[] KeyLine = ["kind", .. KeyFields.Names];

    /// <summary>All fields of all kinds: where "kind" is missing, an unknown field is probably that one.</summary>
    private static readonly string[] AnyKind =
    [
        "kind", .. KeyFields.Names, .. IssueFields.Names,
        "sub", "rnd", "units", "value", "watts", "control", "mfr", "old", "new", "ro", "threeTokens",
    ];

    private readonly KeyRing _keys = new();
    private readonly CreditRequest _credit;
    private readonly ManagementRequest _management;
    private readonly KeyChangeRequest _keyChange;

    public VendLine(StaTables tables)
    {
        _credit = new CreditRequest(tables, _keys);
        _management = new ManagementRequest(tables, _keys);
        _keyChange = new KeyChangeRequest(tables, _keys);
    }

    protected override bool Answer(JsonFields line, Utf8JsonWriter answer)
    {
        switch (Kind(line))
        {
            case "key": Key(line, answer); break;
            case "credit": _credit.Answer(line, answer); break;
            case "management": _management.Answer(line, answer); break;
            case "keychange": _keyChange.Answer(line, answer); break;
            default: Test(line, answer); break;
        }

        return true;
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

    private void Key(JsonFields fields, Utf8JsonWriter answer)
    {
        fields.Allow(KeyLine);
        answer.WriteString("key", _keys.Read(fields).Key.ToHex());
    }

    private static void Test(JsonFields fields, Utf8JsonWriter answer)
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

        WriteToken(answer, TokenWriter.Write(new TestToken(sub, control, maker)), tid: null);
    }

    internal static void WriteToken(Utf8JsonWriter answer, TokenNumber number, TokenIdentifier? tid)
    {
        Span<char> digits = stackalloc char[TokenNumber.DigitCount];
        number.WriteDigits(digits);
        answer.WriteString("token", digits);
        if (tid is { } identifier)
            answer.WriteNumber("tid", identifier.Value);
    }
}

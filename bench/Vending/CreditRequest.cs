using System.Globalization;
using System.Text.Json;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>The "credit" line: sub 0–3 in units of 0.1 with a random number, sub 4–7 in currency without one.</summary>
internal sealed class CreditRequest(StaTables tables, KeyRing keys)
{
    private static readonly string[] Known =
        ["kind", .. KeyFields.Names, "sub", "rnd", .. IssueFields.Names, "units"];

    public void Answer(JsonFields line, Utf8JsonWriter answer)
    {
        line.Allow(Known);
        var sub = line.Whole("sub", 0, 7);
        var isCurrency = sub >= CurrencyCreditToken.FirstSubClass;
        if (isCurrency && line.Has("rnd"))
            throw line.Bad("rnd", "a currency token has none: its sign and exponent stand there");

        var key = keys.Read(line);
        var tid = IssueFields.Read(line, key.Parameters.BaseDate);
        var service = (CreditService)(sub % CurrencyCreditToken.FirstSubClass);
        Token token = isCurrency
            ? new CurrencyCreditToken(service, tid, CurrencyUnits(line))
            : new CreditToken(service, line.Whole("rnd", 0, 15), tid, Units(line));
        VendLine.WriteToken(answer, TokenWriter.Write(token, key.Key, tables), tid);
    }

    private static TransferAmount Units(JsonFields line) =>
        TransferAmount.AtLeast(line.Whole("units", 0, TransferAmount.LargestUnits));

    private static CurrencyAmount CurrencyUnits(JsonFields line)
    {
        var largest = CurrencyAmount.LargestUnits;
        return Int128.TryParse(
                line.Text("units"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units)
            && units <= largest && units >= -largest
            ? CurrencyAmount.AtLeast(units)
            : throw line.Bad("units", $"must be whole 1e-5 units in a string, at most {largest} either way");
    }
}

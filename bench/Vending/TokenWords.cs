using System.Globalization;
using System.Text.Json;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>
/// Writes a token as the fields of docs/vend-and-decode.md. The key words of a key change are never written.
/// </summary>
internal static class TokenWords
{
    public static void Write(Utf8JsonWriter json, Token token, BaseDate? baseDate)
    {
        json.WriteNumber("class", (int)token.Class);
        json.WriteNumber("sub", token.SubClass);
        switch (token)
        {
            case CreditToken credit:
                json.WriteNumber("rnd", credit.Rnd);
                WriteTid(json, credit.Tid, baseDate);
                json.WriteNumber("units", credit.Amount.Units);
                break;
            case CurrencyCreditToken credit:
                WriteTid(json, credit.Tid, baseDate);
                json.WriteString("units", credit.Amount.Units.ToString(CultureInfo.InvariantCulture));
                break;
            case TestToken test:
                json.WriteString("control", test.Control.ToString("x", CultureInfo.InvariantCulture));
                json.WriteNumber("mfr", test.ManufacturerCode);
                break;
            case ManagementToken management:
                json.WriteNumber("rnd", management.Rnd);
                WriteTid(json, management.Tid, baseDate);
                json.WriteNumber("value", management.RawValue);
                break;
            case KeyChangeToken section:
                WriteSection(json, section);
                break;
            default:
                throw new ArgumentException($"{token.GetType().Name} has no words.", nameof(token));
        }
    }

    /// <summary>Writes the fields as the token has them, even a tariff index that no meter can have.</summary>
    private static void WriteSection(Utf8JsonWriter json, KeyChangeToken section)
    {
        switch (section)
        {
            case FirstSection first:
                json.WriteNumber("kenHigh", first.KenHigh);
                json.WriteNumber("krn", first.KrnField);
                json.WriteNumber("ro", first.RollOver ? 1 : 0);
                json.WriteBoolean("threeTokens", first.ThreeTokens);
                json.WriteNumber("kt", (int)first.KeyType);
                break;
            case SecondSection second:
                json.WriteNumber("kenLow", second.KenLow);
                json.WriteString("ti", second.TiField.ToString("D2", CultureInfo.InvariantCulture));
                break;
            case SupplyGroupSection third:
                json.WriteString("sgc", third.SgcField.ToString("D6", CultureInfo.InvariantCulture));
                break;
            case ThirdSection third:
                json.WriteNumber("sgcLow", third.SgcLow);
                break;
            case FourthSection fourth:
                json.WriteNumber("sgcHigh", fourth.SgcHigh);
                break;
        }
    }

    private static void WriteTid(Utf8JsonWriter json, TokenIdentifier tid, BaseDate? baseDate)
    {
        json.WriteNumber("tid", tid.Value);
        if (baseDate is not { } start) return;
        Span<char> issued = stackalloc char["yyyy-MM-ddTHH:mm".Length];
        tid.ToDateTime(start).TryFormat(issued, out _, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        json.WriteString("issued", issued);
    }
}

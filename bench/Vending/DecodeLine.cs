using System.Globalization;
using System.Text.Json;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>
/// Answers one decode line (docs/vend-and-decode.md): what the token says, or the name of its refusal. A class 1
/// token is in the clear and may come without key fields.
/// </summary>
public sealed class DecodeLine(StaTables tables) : LineAnswerer
{
    private static readonly string[] Known = ["kind", .. KeyFields.Names, "token"];

    private readonly KeyRing _keys = new();

    protected override bool Answer(JsonFields line, Utf8JsonWriter answer)
    {
        if (!line.Has("kind"))
            line.Allow(Known);
        if (line.Text("kind") is var kind and not "decode")
            throw line.Bad("kind", $"\"{kind}\" is not a decode line; hilbench decode takes only kind decode");
        line.Allow(Known);
        var digits = WrittenDigits.Of(line.Text("token"));
        var isToken = TokenNumber.TryParse(digits, out var number);
        var needsKey = (isToken && number.Class != TokenClass.Test) || HasKey(line);
        var key = needsKey ? _keys.Read(line) : null;
        if (!isToken)
        {
            FormatError(answer, WhyNot(digits));
            return false;
        }

        switch (TokenReader.TryRead(number, key?.Key ?? default, tables, out ClearToken clear))
        {
            case ReadResult.Ok:
                Say(answer, clear, key);
                break;
            case ReadResult.CrcError:
                answer.WriteString("error", "CRCError");
                break;
            default:
                FormatError(answer, $"token: class {(int)number.Class} is not a class of token; allowed: 0, 1, 2");
                break;
        }

        return true;
    }

    private static bool HasKey(JsonFields line)
    {
        foreach (var name in KeyFields.NameList)
        {
            if (line.Has(name)) return true;
        }

        return false;
    }

    private static void Say(Utf8JsonWriter answer, ClearToken clear, KeyFields? key)
    {
        var token = Token.From(clear, key?.Key.Algorithm ?? EncryptionAlgorithm.Ea07);
        if (token is not UnknownToken)
        {
            TokenWords.Write(answer, token, key?.Parameters.BaseDate);
            return;
        }

        answer.WriteString("error", "FunctionError");
        answer.WriteNumber("class", (int)clear.Class);
        answer.WriteNumber("sub", clear.SubClass);
    }

    private static void FormatError(Utf8JsonWriter answer, string reason)
    {
        answer.WriteString("error", "FormatError");
        answer.WriteString("reason", reason);
    }

    private static string WhyNot(string digits) => digits.AsSpan().ContainsAnyExceptInRange('0', '9')
        ? "token: a token has digits only"
        : digits.Length != TokenNumber.DigitCount
            ? string.Create(CultureInfo.InvariantCulture, $"token: {digits.Length} digits, a token has 20")
            : $"token: above {TokenNumber.Largest}, the largest 66-bit number";
}

using System.Globalization;
using HilBench.Tokens;

namespace HilBench.Rig.Vending;

/// <summary>
/// Answers one decode line (docs/vend-and-decode.md): what the token says, or the name of its refusal. A class 1
/// token is in the clear and may come without key fields.
/// </summary>
public sealed class DecodeLine(StaTables tables)
{
    private static readonly string[] Known = ["kind", .. KeyFields.Names, "token"];

    /// <summary>Never throws for what a line says; the answer carries the error.</summary>
    public LineAnswer Answer(string line)
    {
        try
        {
            return Answer(JsonFields.Parse(line));
        }
        catch (BadLineException e)
        {
            return LineAnswer.Error(e.Message);
        }
    }

    private LineAnswer Answer(JsonFields line)
    {
        if (!line.Has("kind"))
            line.Allow(Known);
        if (line.Text("kind") is var kind and not "decode")
            throw line.Bad("kind", $"\"{kind}\" is no decode line; hilbench decode takes kind decode alone");
        line.Allow(Known);
        var digits = line.Text("token");
        var isToken = TokenNumber.TryParse(digits, out var number);
        var needsKey = !isToken || number.Class != TokenClass.Test || KeyFields.Names.Any(line.Has);
        var key = needsKey ? KeyFields.Read(line) : null;
        if (!isToken)
            return Malformed(digits);

        return TokenReader.TryRead(number, key?.Key ?? default, tables, out ClearToken clear) switch
        {
            ReadResult.Ok => Say(clear, key),
            ReadResult.CrcError => Refused("CRCError"),
            _ => LineAnswer.Of(json =>
            {
                json.WriteString("error", "FormatError");
                json.WriteString("reason", $"token: class {(int)number.Class} is no class of token; 0, 1 and 2 are");
            }),
        };
    }

    private static LineAnswer Say(ClearToken clear, KeyFields? key)
    {
        var token = Token.From(clear, key?.Key.Algorithm ?? EncryptionAlgorithm.Ea07);
        return token is UnknownToken
            ? Refused("FunctionError", ("class", (int)clear.Class), ("sub", clear.SubClass))
            : LineAnswer.Of(json => TokenWords.Write(json, token, key?.Parameters.BaseDate));
    }

    /// <summary>A refusal is a proper answer: the request was right, the token is not.</summary>
    private static LineAnswer Refused(string name, params (string Name, int Value)[] details) =>
        LineAnswer.Of(json =>
        {
            json.WriteString("error", name);
            foreach (var detail in details)
                json.WriteNumber(detail.Name, detail.Value);
        });

    /// <summary>Digits that are no token are both a refusal with its name and a bad request.</summary>
    private static LineAnswer Malformed(string digits)
    {
        var reason = digits.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? "token: a token has digits only"
            : digits.Length != TokenNumber.DigitCount
                ? string.Create(CultureInfo.InvariantCulture, $"token: {digits.Length} digits, a token has 20")
                : $"token: above {TokenNumber.Largest}, the largest 66-bit number";
        var answer = LineAnswer.Of(json =>
        {
            json.WriteString("error", "FormatError");
            json.WriteString("reason", reason);
        });
        return answer with { IsBad = true };
    }
}

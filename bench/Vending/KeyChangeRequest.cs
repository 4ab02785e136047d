using System.Text.Json;
using HilBench.Tokens;

namespace HilBench.Vending;

/// <summary>
/// The "keychange" line: the whole set under the old key. Key type changes that a meter must refuse are written all
/// the same, since a bench has to be able to try them.
/// </summary>
internal sealed class KeyChangeRequest(StaTables tables, KeyRing keys)
{
    public void Answer(JsonFields line, Utf8JsonWriter answer)
    {
        line.Allow("kind", "old", "new", "ken", "ro", "threeTokens");
        var from = ReadKey(line.Object("old"));
        var to = ReadKey(line.Object("new"));
        var ken = new KeyExpiry((byte)line.Whole("ken", 0, 255));
        var rollOver = line.Whole("ro", 0, 1) == 1;
        var threeTokens = line.Flag("threeTokens", absent: false);
        RequireOneMeter(line, from, to, rollOver, threeTokens);

        var set = KeyChangeSet.Create(to.Key, to.Parameters, ken, rollOver, threeTokens);
        var numbers = KeyChangeSet.Write(set, from.Key, tables);
        Span<char> digits = stackalloc char[TokenNumber.DigitCount];
        answer.WriteStartArray("tokens");
        foreach (var number in numbers)
        {
            number.WriteDigits(digits);
            answer.WriteStringValue(digits);
        }

        answer.WriteEndArray();
    }

    private KeyFields ReadKey(JsonFields fields)
    {
        fields.Allow(KeyFields.NameList);
        return keys.Read(fields);
    }

    private static void RequireOneMeter(
        JsonFields line, KeyFields from, KeyFields to, bool rollOver, bool threeTokens)
    {
        if (from.Parameters.Algorithm != to.Parameters.Algorithm)
            throw line.Bad("new.ea", "no set of tokens changes the encryption algorithm of a meter");
        if (from.Parameters.Pan != to.Parameters.Pan)
            throw line.Bad("new.pan", "no set of tokens changes the number of a meter");
        if (threeTokens && to.Parameters.Algorithm == EncryptionAlgorithm.Ea11)
            throw line.Bad("threeTokens", "a set of three is for EA07; EA11 takes four");
        if (rollOver && from.Key == to.Key)
            throw line.Bad("ro", "a rollover must come with a changed key");
    }
}

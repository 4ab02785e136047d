using System.Globalization;
using System.Text;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Benchmarks;

/// <summary>
/// Lines for vend and decode: credit tokens of a meter, or of as many meters as there are lines, as a utility would ask
/// for them. Always the same ones.
/// </summary>
internal static class RequestLines
{
    private const string Fields =
        "\"ea\":7,\"dkga\":2,\"vk\":\"abababababababab\",\"pan\":\"{0}\",\"sgc\":\"123456\",\"ti\":\"01\",\"krn\":1,"
        + "\"kt\":2,\"base\":2014";

    private static readonly CompositeFormat Key = CompositeFormat.Parse(Fields);
    private static readonly DateTime First = new(2024, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <param name="count">How many lines.</param>
    /// <param name="meters">How many meters take turns.</param>
    public static IEnumerable<string> Vend(int count, int meters) => Enumerable.Range(0, count).Select(i =>
        $"{{\"kind\":\"credit\",{KeyOf(i % meters)},\"sub\":0,\"rnd\":{i % 16},"
        + $"\"issued\":\"{First.AddMinutes(i % 500_000):yyyy-MM-dd'T'HH:mm}\",\"units\":{i % 18_000}}}");

    /// <summary>The tokens of those lines, to be read again.</summary>
    public static IEnumerable<string> Decode(int count, int meters)
    {
        var vend = new VendLine(StaTables.Sample);
        var number = 0;
        foreach (var line in Vend(count, meters))
        {
            var answer = vend.Answer(line).Json;
            var token = answer.Substring("{\"token\":\"".Length, TokenNumber.DigitCount);
            yield return $"{{\"kind\":\"decode\",{KeyOf(number++ % meters)},\"token\":\"{token}\"}}";
        }
    }

    /// <summary>Writes lines for a race of programs: vend or decode, how many, of how many meters.</summary>
    public static void Print(string kind, string count, string meters)
    {
        var (lines, keys) = (Number(count), Number(meters));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var line in kind == "vend" ? Vend(lines, keys) : Decode(lines, keys)) output.Write(line + "\n");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string KeyOf(int meter)
    {
        var drn = $"01{meter:D8}";
        return string.Format(
            CultureInfo.InvariantCulture, Key, MeterPan.FromDrn(drn + MeterPan.CheckDigit(drn)).Digits);
    }
}

using System.Text.Json;
using HilBench.TestKit.Vectors;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Rig.Tests.Vending;

/// <summary>The objects that answer vend and decode lines, and lines as docs/vend-and-decode.md writes them.</summary>
internal static class LineFixture
{
    public const string Key =
        "\"ea\":7,\"dkga\":2,\"vk\":\"abababababababab\",\"pan\":\"600727000000000009\","
        + "\"sgc\":\"123456\",\"ti\":\"01\",\"krn\":1,\"kt\":2,\"base\":1993";

    // An answerer serves one thread, and tests run on several.
    private static readonly ThreadLocal<VendLine> Vendor = new(() => new VendLine(StaTables.Sample));
    private static readonly ThreadLocal<DecodeLine> Decoder = new(() => new DecodeLine(StaTables.Sample));

    public static LineAnswer Vend(string line) => Vendor.Value!.Answer(line);

    public static LineAnswer Decode(string line) => Decoder.Value!.Answer(line);

    public static string KeyOf(VectorKey k) =>
        $"\"ea\":{k.Ea},\"dkga\":{k.Dkga},\"vk\":\"{k.Vk}\",\"pan\":\"{k.Pan}\",\"sgc\":\"{k.Sgc}\","
        + $"\"ti\":\"{k.Ti}\",\"krn\":{k.Krn},\"kt\":{k.Kt},\"base\":{k.Base}";

    public static string DecodeRequest(VectorKey key, string token) =>
        $$"""{"kind":"decode",{{KeyOf(key)}},"token":"{{token}}"}""";

    public static JsonElement Fields(this LineAnswer answer) => JsonElement.Parse(answer.Json);

    public static string? Text(this LineAnswer answer, string name) => answer.Fields().GetProperty(name).GetString();
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HilBench.Vending;

/// <summary>The one JSON line that answers a request line.</summary>
/// <param name="Json">Without a line end.</param>
/// <param name="IsBad">The request was wrong. A token that is refused does not make the request wrong.</param>
public readonly record struct LineAnswer(string Json, bool IsBad)
{
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LineAnswer Of(Action<Utf8JsonWriter> fields) => new(Write(fields), IsBad: false);

    public static LineAnswer Error(string what) => new(Write(json => json.WriteString("error", what)), IsBad: true);

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

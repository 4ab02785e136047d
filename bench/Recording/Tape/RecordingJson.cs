using System.Text.Json;
using System.Text.Json.Serialization;

namespace HilBench.Recording;

/// <summary>The JSON of a file: times in ticks, names in camel case, nothing that is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(TicksConverter), typeof(VerbConverter)])]
[JsonSerializable(typeof(RecordingHead))]
[JsonSerializable(typeof(RecordedEvent))]
[JsonSerializable(typeof(RecordingEnd))]
internal sealed partial class RecordingJson : JsonSerializerContext;

/// <summary>A time as its ticks of 100 ns.</summary>
internal sealed class TicksConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Ticks);
}

/// <summary>A verb of a later version is <see cref="RigVerb.Unknown"/>.</summary>
internal sealed class VerbConverter : JsonConverter<RigVerb>
{
    public override RigVerb Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Enum.TryParse<RigVerb>(reader.GetString(), out var verb) ? verb : RigVerb.Unknown;

    public override void Write(Utf8JsonWriter writer, RigVerb value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace HilBench.TestKit.Vectors;

/// <summary>
/// Reads the vector files: text with a source, one typed case each. An unknown kind, an unknown field or a missing
/// field fails the run, because a misspelt field would otherwise test nothing.
/// </summary>
public static class VectorFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    private static readonly Lazy<IReadOnlyList<VectorCase>> AllCases = new(() =>
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadFile)]);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "vectors");

    /// <summary>Every case of every file, in the order of the files.</summary>
    public static IReadOnlyList<VectorCase> All => AllCases.Value;

    public static IReadOnlyList<VectorCase> ReadFile(string path) =>
        Read(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path));

    /// <param name="json">The text of a file.</param>
    /// <param name="name">Names cases that carry no id: "primitives #3".</param>
    /// <exception cref="JsonException">Something the reader does not know, with its place.</exception>
    public static IReadOnlyList<VectorCase> Read(string json, string name)
    {
        var head = ReadHead(json, name);
        if (head.Count is { } count && count != head.Vectors.Count)
            throw new JsonException($"{name}: it promises {count} cases and holds {head.Vectors.Count}.");
        return [.. head.Vectors.Select((element, index) => ReadCase(element, $"{name} #{index + 1}"))];
    }

    private static Head ReadHead(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<Head>(json, Strict)!;
        }
        catch (JsonException e)
        {
            throw new JsonException($"{name}: {e.Message}", e);
        }
    }

    private static VectorCase ReadCase(JsonElement element, string place)
    {
        var kind = element.GetProperty("kind").GetString();
        try
        {
            VectorCase read = kind switch
            {
                "credit" => To<CreditCase>(element),
                "special_tid" => To<CreditCase>(element),
                "currency" => To<CurrencyCase>(element),
                "management" => To<ManagementCase>(element),
                "kct" => To<KeyChangeCase>(element),
                "class1" => To<TestTokenCase>(element),
                "negative" => To<NegativeCase>(element),
                "scenario" => To<ScenarioCase>(element),
                "misty1" or "des" => To<BlockCase>(element),
                "crc" => To<CrcCase>(element),
                "sta_block" => To<StaBlockCase>(element),
                _ => throw new JsonException($"kind \"{kind}\" is unknown"),
            };
            return read.Id.Length > 0 ? read : read with { Id = place };
        }
        catch (JsonException e)
        {
            throw new JsonException($"{place}: {e.Message}", e);
        }
    }

    private static T To<T>(JsonElement element) => element.Deserialize<T>(Strict)!;

    private sealed record Head
    {
        public int? Seed { get; init; }

        public required string Note { get; init; }

        public int? Count { get; init; }

        public required IReadOnlyList<JsonElement> Vectors { get; init; }
    }
}

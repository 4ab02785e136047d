using System.Text.Json;

namespace HilBench.Rig.Files;

/// <summary>
/// Reads a settings file: JSON with comments and trailing commas, every value with its line. It knows nothing of what
/// the settings mean; <see cref="SettingRule"/> judges that.
/// </summary>
internal static class SettingsFile
{
    private const int DeepestNesting = 16;

    /// <summary>The reader quotes the rest of the file when a literal is misspelt.</summary>
    private const int LongestReason = 120;

    public static Setting Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{(path.Length == 0 ? "\"\"" : path)}: cannot be read: {failure.Message}");
        }

        return Parse(path, bytes);
    }

    public static Setting Parse(string file, ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json["\uFEFF"u8.Length..];
        var options = new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = DeepestNesting,
        };
        var reader = new Utf8JsonReader(json, options);
        try
        {
            reader.Read();
            var root = ReadValue(file, json, ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            throw new SettingsException($"{file}:{line}: not JSON: {WithoutPlace(broken.Message)}");
        }
        catch (InvalidOperationException broken)
        {
            throw new SettingsException($"{file}:{LineOf(json, ref reader)}: not text: {broken.Message}");
        }
    }

    private static Setting ReadValue(string file, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var line = LineOf(json, ref reader);
        object? value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => ReadNumber(file, line, ref reader),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.StartArray => ReadList(file, json, ref reader),
            JsonTokenType.StartObject => ReadMembers(file, json, ref reader),
            _ => null,
        };
        return new Setting(file, line, value);
    }

    private static decimal ReadNumber(string file, int line, ref Utf8JsonReader reader) =>
        reader.TryGetDecimal(out var number)
            ? number
            : throw new SettingsException($"{file}:{line}: a number out of all proportion");

    private static List<Setting> ReadList(string file, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var items = new List<Setting>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(file, json, ref reader));
        return items;
    }

    private static Dictionary<string, Setting> ReadMembers(
        string file, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        var members = new Dictionary<string, Setting>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var line = LineOf(json, ref reader);
            var name = reader.GetString()!;
            reader.Read();
            if (!members.TryAdd(name, ReadValue(file, json, ref reader)))
                throw new SettingsException($"{file}:{line}: \"{Setting.OneLine(name)}\" stands here twice");
        }

        return members;
    }

    private static int LineOf(ReadOnlySpan<byte> json, ref Utf8JsonReader reader) =>
        json[..(int)Math.Min(reader.TokenStartIndex, json.Length)].Count((byte)'\n') + 1;

    /// <summary>The reader's messages end in "LineNumber: …", which the caller has said already.</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var words = (place < 0 ? message : message[..place]).ReplaceLineEndings(" ");
        return words.Length <= LongestReason ? words : words[..LongestReason] + "…";
    }
}

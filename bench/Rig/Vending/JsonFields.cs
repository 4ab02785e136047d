using System.Text.Json;

namespace HilBench.Rig.Vending;

/// <summary>
/// The fields of one JSON object, read strictly: a missing field, one of the wrong kind or out of range, and one
/// nobody knows are each a <see cref="BadLineException"/> that names the field.
/// </summary>
public sealed class JsonFields
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly string _path;

    private JsonFields(JsonElement element, string path)
    {
        _path = path;
        foreach (var property in element.EnumerateObject())
            _fields.Add(property.Name, property.Value);
    }

    /// <exception cref="BadLineException">The text is not one JSON object.</exception>
    public static JsonFields Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonFields(document.RootElement.Clone(), "")
                : throw new BadLineException("", "a line is one JSON object in braces");
        }
        catch (JsonException e)
        {
            throw new BadLineException("", NotJson(json, e));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new BadLineException("", "the line, or a field name in it, is no valid text");
        }
    }

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>True when the field is there and is not null.</summary>
    public bool HasValue(string name) =>
        _fields.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null;

    /// <summary>Refuses every field that is not named here, with the nearest that is.</summary>
    public void Allow(params IReadOnlyCollection<string> known)
    {
        foreach (var name in _fields.Keys)
        {
            if (!known.Contains(name))
                throw new BadLineException(Where(Shown(name)), "unknown field" + NearestName.Hint(name, known));
        }
    }

    public string Text(string name)
    {
        var element = Required(name);
        try
        {
            return element.ValueKind == JsonValueKind.String
                ? element.GetString()!
                : throw new BadLineException(Where(name), "must be a string in quotes");
        }
        catch (InvalidOperationException)
        {
            throw new BadLineException(Where(name), "is no valid text");
        }
    }

    public long Whole(string name, long least, long most)
    {
        var element = Required(name);
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var value))
            throw new BadLineException(Where(name), $"must be a whole number, {least} to {most}");
        return value >= least && value <= most
            ? value
            : throw new BadLineException(Where(name), $"{value} is out of range, {least} to {most} are allowed");
    }

    public int Whole(string name, int least, int most) => (int)Whole(name, (long)least, most);

    public bool Flag(string name, bool absent)
    {
        if (!_fields.TryGetValue(name, out var element))
            return absent;
        return element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new BadLineException(Where(name), "must be true or false"),
        };
    }

    public JsonFields Object(string name)
    {
        var element = Required(name);
        return element.ValueKind == JsonValueKind.Object
            ? new JsonFields(element, Where(name))
            : throw new BadLineException(Where(name), "must be an object in braces");
    }

    public IReadOnlyList<int> Wholes(string name)
    {
        var element = Required(name);
        if (element.ValueKind != JsonValueKind.Array)
            throw Bad(name, "must be a list of whole numbers");
        return
        [
            .. element.EnumerateArray().Select((item, index) =>
                item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var value)
                    ? value
                    : throw Bad($"{name}[{index}]", "must be a whole number")),
        ];
    }

    /// <summary>An error at this field, for rules the reader does not know.</summary>
    public BadLineException Bad(string name, string what) => new(Where(name), what);

    private JsonElement Required(string name) =>
        _fields.TryGetValue(name, out var element) ? element : throw Bad(name, "missing");

    private string Where(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>A hostile name may be any length; the answer stays one readable line.</summary>
    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private static string NotJson(string json, JsonException e)
    {
        if (string.IsNullOrWhiteSpace(json))
            return "the line is empty";
        if (e.Message.StartsWith("Duplicate", StringComparison.Ordinal))
            return $"{Shown(e.Message.Split('\'').ElementAtOrDefault(1) ?? "a field")}: given twice";
        var line = e.LineNumber is > 0 and var above ? $"line {above + 1}, " : "";
        return $"not JSON, near {line}byte {(e.BytePositionInLine ?? 0) + 1}";
    }
}

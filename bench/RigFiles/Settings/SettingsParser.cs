using System.Text.Json;
using HilBench.Input;

namespace HilBench.RigFiles;

/// <summary>
/// One pass over the text of a settings file. A file that is something else, such as one with a key that was named by
/// mistake, is told without a word of what it holds.
/// </summary>
internal ref struct SettingsParser
{
    private const int DeepestNesting = 16;

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _counted;

    public SettingsParser(string file, ReadOnlySpan<byte> json)
    {
        _file = file;
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = DeepestNesting,
        });
    }

    public Setting Parse()
    {
        try
        {
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.StartObject) throw NoSettings();
            var root = ReadValue();
            _reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            throw _reader.TokenType == JsonTokenType.None
                ? NoSettings()
                : Wrong(LineOf(broken), JsonMistake.Told(broken, _json));
        }
        catch (InvalidOperationException)
        {
            throw Wrong(Line(), "a text with a broken character in it; save the file as UTF-8");
        }
    }

    private Setting ReadValue()
    {
        var line = Line();
        object? value = _reader.TokenType switch
        {
            JsonTokenType.String => _reader.GetString(),
            JsonTokenType.Number => ReadNumber(line),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.StartArray => ReadList(),
            JsonTokenType.StartObject => ReadMembers(),
            _ => null,
        };
        return new Setting(_file, line, value);
    }

    private readonly decimal ReadNumber(int line) => _reader.TryGetDecimal(out var number)
        ? number
        : throw Wrong(line, "a number with too many digits");

    private List<Setting> ReadList()
    {
        var items = new List<Setting>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue());
        return items;
    }

    private Dictionary<string, Setting> ReadMembers()
    {
        var members = new Dictionary<string, Setting>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var line = Line();
            var name = _reader.GetString()!;
            _reader.Read();
            if (!members.TryAdd(name, ReadValue()))
                throw Wrong(line, $"\"{OneLine.Beginning(name)}\" stands in this group twice");
        }

        return members;
    }

    /// <summary>The line of the present token, counted on from the last time, so that all cost one pass.</summary>
    private int Line()
    {
        var at = (int)Math.Min(_reader.TokenStartIndex, _json.Length);
        if (at <= _counted) return _line;
        _line += _json[_counted..at].Count((byte)'\n');
        _counted = at;
        return _line;
    }

    private readonly SettingsException NoSettings() =>
        new($"{_file}:1: this is not a file of settings: it must begin with {{ and end with }}");

    private readonly SettingsException Wrong(int line, string what) => new($"{_file}:{line}: {what}");

    private static int LineOf(JsonException broken) => (int)(broken.LineNumber ?? 0) + 1;
}

using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace HilBench.Vending;

/// <content>Finds where the members of an object stand in the bytes of a line, without copying them.</content>
public sealed partial class JsonFields
{
    private const int UsualFields = 24;
    private const int ManyFields = 1024;
    private const int FewToCompare = 32;
    private const int ObjectsKept = 4;

    private static readonly UTF8Encoding Replacing = new(false);

    private readonly List<JsonFields> _kept = [];
    private int _keptInUse;

    /// <summary>Reads another line into this object. Its bytes must not change while the fields are in use.</summary>
    /// <exception cref="BadLineException">The text is not one JSON object.</exception>
    internal void Read(ReadOnlyMemory<byte> line)
    {
        // Bytes that are not UTF-8 are read as the replacement character, as every reader of text does.
        if (!Utf8.IsValid(line.Span)) line = Replacing.GetBytes(Replacing.GetString(line.Span));
        Begin(line, "");
        try
        {
            var reader = new Utf8JsonReader(line.Span);
            reader.Read();
            var twice = reader.TokenType == JsonTokenType.StartObject ? ReadMembers(ref reader) : Skip(ref reader);
            reader.Read();
            if (twice is not null) throw new BadLineException(Shown(twice), "given twice");
        }
        catch (JsonException e)
        {
            throw new BadLineException("", NotJson(line.Span, e));
        }
        catch (InvalidOperationException)
        {
            throw new BadLineException("", "the line, or a field name in it, is no valid text");
        }

        if (!_isObject) throw new BadLineException("", "a line is one JSON object in braces");
    }

    private void Begin(ReadOnlyMemory<byte> line, string path)
    {
        if (_fields.Length > ManyFields) _fields = new JsonField[UsualFields];
        (_line, _path, _count, _next, _keptInUse, _isObject) = (line, path, 0, 0, 0, false);
    }

    /// <summary>
    /// Reads the members of an object up to its closing brace. Returns a name that is given twice in it, or null.
    /// </summary>
    private string? ReadMembers(ref Utf8JsonReader reader)
    {
        _isObject = true;
        string? twice = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_count == _fields.Length) Array.Resize(ref _fields, Math.Max(UsualFields, _count * 2));
            var field = new JsonField
            {
                NameStart = (int)reader.TokenStartIndex + 1,
                NameLength = reader.ValueSpan.Length,
                EscapedName = reader.ValueIsEscaped ? reader.GetString() : null,
            };
            reader.Read();
            twice ??= ReadValue(ref reader, ref field);
            _fields[_count++] = field;
        }

        return twice ?? GivenTwice();
    }

    private string? ReadValue(ref Utf8JsonReader reader, ref JsonField field)
    {
        field.Kind = reader.TokenType;
        field.ValueStart = (int)reader.TokenStartIndex + (field.Kind == JsonTokenType.String ? 1 : 0);
        field.ValueLength = reader.HasValueSequence ? 0 : reader.ValueSpan.Length;
        field.ValueIsEscaped = reader.ValueIsEscaped;
        string? twice = null;
        if (field.Kind == JsonTokenType.StartObject) twice = (field.Object = Another()).ReadMembers(ref reader);
        if (field.Kind != JsonTokenType.StartArray) return twice;
        twice = Skip(ref reader);
        field.ValueLength = (int)reader.BytesConsumed - field.ValueStart;
        return twice;
    }

    /// <summary>Reads to the end of an array. Returns a name that is given twice in an object in it, or null.</summary>
    private string? Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return null;
        string? twice = null;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType != JsonTokenType.StartObject) continue;
            var inner = new JsonFields();
            inner.Begin(_line, "");
            var found = inner.ReadMembers(ref reader);
            twice ??= found;
        }

        return twice;
    }

    /// <summary>The fields of an object inside this one. A few are kept and used again for later lines.</summary>
    private JsonFields Another()
    {
        if (_keptInUse == _kept.Count && _kept.Count < ObjectsKept) _kept.Add(new JsonFields());
        var inner = _keptInUse < _kept.Count ? _kept[_keptInUse++] : new JsonFields();
        inner.Begin(_line, "");
        return inner;
    }

    /// <summary>The first name that occurs a second time, or null.</summary>
    private string? GivenTwice()
    {
        if (_count > FewToCompare)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < _count; i++)
            {
                if (!seen.Add(NameOf(_fields[i]))) return NameOf(_fields[i]);
            }

            return null;
        }

        // Each name has one bit of 64. Only names that have the same bit can be equal, so few have to be compared.
        var bits = 0UL;
        for (var later = 0; later < _count; later++)
        {
            var bit = BitOf(_fields[later]);
            for (var earlier = 0; (bits & bit) != 0 && earlier < later; earlier++)
            {
                if (HaveOneName(_fields[earlier], _fields[later])) return NameOf(_fields[later]);
            }

            bits |= bit;
        }

        return null;
    }

    /// <summary>A name with escapes may equal any other, so it has all bits.</summary>
    private ulong BitOf(in JsonField field)
    {
        if (field.EscapedName is not null) return ulong.MaxValue;
        var name = NameBytes(field);
        return name.Length == 0 ? 1 : 1UL << ((name[0] ^ (name[^1] << 1) ^ (name.Length << 3)) & 63);
    }

    private bool HaveOneName(in JsonField a, in JsonField b) => a.EscapedName is null && b.EscapedName is null
        ? a.NameLength == b.NameLength && NameBytes(a).SequenceEqual(NameBytes(b))
        : NameOf(a) == NameOf(b);

    private ReadOnlySpan<byte> NameBytes(in JsonField field) => _line.Span.Slice(field.NameStart, field.NameLength);

    private string NameOf(in JsonField field) => field.EscapedName ?? Encoding.UTF8.GetString(NameBytes(field));

    private static string NotJson(ReadOnlySpan<byte> line, JsonException e)
    {
        if (string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(line))) return "the line is empty";
        var lines = e.LineNumber is > 0 and var above ? $"line {above + 1}, " : "";
        return $"not JSON, near {lines}byte {(e.BytePositionInLine ?? 0) + 1}";
    }
}

using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using HilBench.Input;

namespace HilBench.Vending;

/// <summary>
/// The fields of one JSON object, read strictly. A field that is missing, unknown, of the wrong kind or out of range
/// is a <see cref="BadLineException"/> that names it.
/// </summary>
public sealed partial class JsonFields
{
    private const int MostShown = 40;

    private ReadOnlyMemory<byte> _line;
    private JsonField[] _fields = [];
    private int _count;
    private int _next;
    private bool _isObject;
    private string _path = "";

    internal JsonFields()
    {
    }

    /// <exception cref="BadLineException">The text is not one JSON object.</exception>
    public static JsonFields Parse(string json)
    {
        var fields = new JsonFields();
        fields.Read(Replacing.GetBytes(json));
        return fields;
    }

    public bool Has(string name) => Find(name) >= 0;

    /// <summary>True when the field is there and is not null.</summary>
    public bool HasValue(string name) => Find(name) is >= 0 and var at && _fields[at].Kind != JsonTokenType.Null;

    /// <summary>Refuses every field that is not named here, with the nearest that is.</summary>
    public void Allow(params string[] known)
    {
        var next = 0;
        for (var i = 0; i < _count; i++)
        {
            // Fields mostly come in the order of this list, so each search begins where the last one ended.
            var tried = 0;
            while (tried < known.Length && !HasName(_fields[i], known[next]))
            {
                next = next + 1 == known.Length ? 0 : next + 1;
                tried++;
            }

            if (tried < known.Length) continue;
            var name = NameOf(_fields[i]);
            throw new BadLineException(Where(Shown(name)), "unknown field" + NearestName.Hint(name, known));
        }
    }

    public string Text(string name)
    {
        ref readonly var field = ref Required(name);
        if (field.Kind != JsonTokenType.String) throw Bad(name, "must be a string in quotes");
        if (!field.ValueIsEscaped) return Encoding.UTF8.GetString(ValueOf(field));
        try
        {
            var reader = new Utf8JsonReader(_line.Span.Slice(field.ValueStart - 1, field.ValueLength + 2));
            reader.Read();
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Bad(name, "is no valid text");
        }
    }

    public long Whole(string name, long least, long most)
    {
        ref readonly var field = ref Required(name);
        if (field.Kind != JsonTokenType.Number || !IsWhole(ValueOf(field), out var value))
            throw Bad(name, $"must be a whole number, {least} to {most}");
        return value >= least && value <= most
            ? value
            : throw Bad(name, $"{value} is out of range, {least} to {most} are allowed");
    }

    public int Whole(string name, int least, int most) => (int)Whole(name, (long)least, most);

    public bool Flag(string name, bool absent) => Find(name) is var at && at < 0
        ? absent
        : _fields[at].Kind switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw Bad(name, "must be true or false"),
        };

    public JsonFields Object(string name)
    {
        if (Required(name).Object is not { } inner) throw Bad(name, "must be an object in braces");
        inner._path = Where(name);
        return inner;
    }

    public IReadOnlyList<int> Wholes(string name)
    {
        ref readonly var field = ref Required(name);
        if (field.Kind != JsonTokenType.StartArray) throw Bad(name, "must be a list of whole numbers");
        var wholes = new List<int>();
        var reader = new Utf8JsonReader(ValueOf(field));
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var value))
                throw Bad($"{name}[{wholes.Count}]", "must be a whole number");
            wholes.Add(value);
        }

        return wholes;
    }

    /// <summary>A mistake in this field, for rules that are not about JSON.</summary>
    public BadLineException Bad(string name, string what) => new(Where(name), what);

    /// <summary>
    /// Copies the kinds and the bytes of these fields, one behind the other, and returns their length. Two lines for
    /// which this gives the same bytes have the same values. Null when a field is missing, has escapes, is neither a
    /// string nor a number, or when there is not enough room.
    /// </summary>
    internal int? CopyPlain(ReadOnlySpan<string> names, Span<byte> into)
    {
        var length = 0;
        foreach (var name in names)
        {
            if (Find(name) is not (>= 0 and var at)) return null;
            ref readonly var field = ref _fields[at];
            if (field.Kind is not (JsonTokenType.String or JsonTokenType.Number) || field.ValueIsEscaped) return null;
            if (length + 1 + field.ValueLength > into.Length) return null;

            // No byte of a value is below 32, and the kind is: so it also separates one value from the next.
            into[length++] = (byte)field.Kind;
            ValueOf(field).CopyTo(into[length..]);
            length += field.ValueLength;
        }

        return length;
    }

    private ref readonly JsonField Required(string name)
    {
        var at = Find(name);
        if (at < 0) throw Bad(name, "missing");
        return ref _fields[at];
    }

    /// <summary>Fields are mostly asked for in their order, so a search begins at the last one found.</summary>
    private int Find(string name)
    {
        var at = _next < _count ? _next : 0;
        for (var tried = 0; tried < _count; tried++)
        {
            if (HasName(_fields[at], name))
            {
                _next = at;
                return at;
            }

            at = at + 1 == _count ? 0 : at + 1;
        }

        return -1;
    }

    private bool HasName(in JsonField field, string name) => field.EscapedName is null
        ? field.NameLength == name.Length && Ascii.Equals(NameBytes(field), name)
        : field.EscapedName == name;

    private ReadOnlySpan<byte> ValueOf(in JsonField field) => _line.Span.Slice(field.ValueStart, field.ValueLength);

    private static bool IsWhole(ReadOnlySpan<byte> digits, out long value) =>
        Utf8Parser.TryParse(digits, out value, out var consumed) && consumed == digits.Length;

    private string Where(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>However long a name is, the answer stays one readable line.</summary>
    private static string Shown(string name) => name.Length <= MostShown ? name : name[..MostShown] + "…";
}

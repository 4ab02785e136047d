using System.Text.Json;

namespace HilBench.Vending;

/// <summary>One member of a JSON object: where in the line its name and its value stand.</summary>
internal struct JsonField
{
    public int NameStart;
    public int NameLength;

    /// <summary>The name when it is written with escapes; null when the bytes of the line are the name.</summary>
    public string? EscapedName;

    public JsonTokenType Kind;

    /// <summary>A string without its quotes, a number, a word, or a whole array.</summary>
    public int ValueStart;
    public int ValueLength;
    public bool ValueIsEscaped;

    /// <summary>The members of a value that is an object.</summary>
    public JsonFields? Object;
}

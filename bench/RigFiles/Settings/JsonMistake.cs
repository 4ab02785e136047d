using System.Text;
using System.Text.Json;

namespace HilBench.RigFiles;

/// <summary>
/// What is wrong with the JSON of a settings file, in the words of a person. Of what stands in the file no more than
/// one punctuation mark is repeated, for the file may be a key that was named by mistake.
/// </summary>
internal static class JsonMistake
{
    private const string Marks = "{}[],:;'/*\\=()";

    private static readonly (string Said, Func<Rune, string> Told)[] Known =
    [
        ("comment", _ => "a comment is not finished; it is written // … or /* … */"),
        ("invalid JSON literal", _ => "a word that is not true, false or null; a text stands between double quotes"),
        ("start of a property name", Name),
        ("start of a value", Value),
        ("after a value", AfterValue),
        ("without a matching open", AfterValue),
        ("after a property name", _ => "a colon is missing after the name of a setting"),
        ("after a single JSON value", _ => "more stands behind the } that closes the file"),
        ("escapable character", _ => "a backslash in a text has a meaning of its own: write \\\\ for one"),
        ("hex digit", _ => "\\u wants four hex digits after it"),
        ("within a JSON string", mark => mark.Value is '\n' or '\r'
            ? "a text has no closing quote: it ends with its line"
            : "a text has a control character in it, such as a tab"),
        ("Expected end of string", _ => "a text has no closing quote"),
        ("maximum configured depth", _ => "groups stand in each other too deep: 16 at most"),
        ("Expected depth to be zero", _ => "the file ends before each { and [ is closed"),
        ("reached end of data", _ => "the file ends too early"),
        ("leading zero", _ => "a number must not begin with 0, but for 0 and 0.5; hex numbers are not allowed"),
        ("number", _ => "a number is not finished, or has something else in it; write it like 12 or 0.5"),
    ];

    /// <param name="broken">What the reader said.</param>
    /// <param name="json">All of the file.</param>
    public static string Told(JsonException broken, ReadOnlySpan<byte> json)
    {
        var mark = MarkAt(broken, json);
        if (mark.Value is >= 0x2018 and <= 0x201F or 0xAB or 0xBB)
            return "not JSON: a typographic quote; write the straight double quote \"";
        if (mark.Value == '\'') return "not JSON: a single quote; write the straight double quote \"";
        foreach (var (said, told) in Known)
        {
            if (broken.Message.Contains(said, StringComparison.Ordinal)) return "not JSON: " + told(mark);
        }

        return "not JSON: something stands here that must not";
    }

    private static string Name(Rune mark) => mark.Value is ',' or '}' or ']' or '{' or '['
        ? $"\"{mark}\" stands where the name of a setting must stand"
        : "the name of a setting must stand here, between double quotes";

    private static string Value(Rune mark) => mark.Value is ',' or '}' or ']'
        ? "a value is missing after the name of a setting or after a comma"
        : "no value can begin like this; a text stands between double quotes";

    private static string AfterValue(Rune mark) => mark.Value switch
    {
        '"' or '{' or '[' or (>= '0' and <= '9') => "a comma is missing before this",
        '}' or ']' => $"\"{mark}\" does not close what was opened last",
        _ when Marks.Contains((char)mark.Value) => $"\"{mark}\" stands where a comma, a }} or a ] must stand",
        _ => "a comma, a } or a ] must stand here, after a value",
    };

    /// <summary>The character at which the reader gave up.</summary>
    private static Rune MarkAt(JsonException broken, ReadOnlySpan<byte> json)
    {
        var rest = json;
        for (var line = broken.LineNumber ?? 0; line > 0; line--)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0) break;
            rest = rest[(end + 1)..];
        }

        rest = rest[(int)Math.Min(rest.Length, broken.BytePositionInLine ?? 0)..];
        return Rune.DecodeFromUtf8(rest, out var mark, out _) == System.Buffers.OperationStatus.Done
            ? mark
            : Rune.ReplacementChar;
    }
}

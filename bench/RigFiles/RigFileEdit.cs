using System.Globalization;
using System.Text;
using System.Text.Json;
using HilBench.Input;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>Changes numbers of a rig file and nothing else: comments, order and blanks stay as they are.</summary>
public static class RigFileEdit
{
    private const string Press = "press";

    /// <summary>The text of a rig file with these times in its <c>press</c>.</summary>
    public static string WithPress(string text, PressTiming timing)
    {
        var numbers = new[] { ("pressMs", timing.Press), ("gapMs", timing.Gap) };
        foreach (var (name, time) in numbers)
            text = With(text, name, time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return text;
    }

    /// <summary>Writes the file through a second one beside it, so that it is never half a file.</summary>
    public static void WritePress(string file, PressTiming timing)
    {
        var text = InputFile.ReadText(file);
        var beside = file + ".new";
        try
        {
            File.WriteAllText(beside, WithPress(text, timing));
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{InputFile.Shown(file)}: cannot be written: {wrong.Message}");
        }
    }

    private static string With(string text, string name, string number)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var place = Find(bytes, name);
        string put = place switch
        {
            { Value: not null } => number,
            { Group: not null } => $" \"{name}\": {number},",
            _ => $"\n  \"{Press}\": {{ \"{name}\": {number} }},",
        };
        var (from, to) = place.Value ?? (place.Group ?? place.Root, place.Group ?? place.Root);
        return string.Concat(
            Encoding.UTF8.GetString(bytes.AsSpan(0, from)), put, Encoding.UTF8.GetString(bytes.AsSpan(to)));
    }

    /// <summary>Where the value stands, or else where the group or the file begins.</summary>
    private static (int Root, int? Group, (int From, int To)? Value) Find(byte[] bytes, string name)
    {
        var reader = new Utf8JsonReader(
            bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var (root, group, inside) = (0, (int?)null, false);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.StartObject)
                root = (int)reader.BytesConsumed;
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                inside = reader.ValueTextEquals(Press);
                if (!inside) continue;
                reader.Read();
                group = (int)reader.BytesConsumed;
            }
            else if (inside && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.PropertyName
                && reader.ValueTextEquals(name))
            {
                reader.Read();
                return (root, group, ((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
            }
        }

        return (root, group, null);
    }
}

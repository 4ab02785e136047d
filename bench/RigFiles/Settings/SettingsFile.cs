using HilBench.Input;

namespace HilBench.RigFiles;

/// <summary>
/// Reads a settings file: JSON with comments and trailing commas, every value with its line. It knows nothing of what
/// the settings mean; <see cref="SettingRule"/> judges that.
/// </summary>
internal static class SettingsFile
{
    public static Setting Read(string path) => Parse(InputFile.Shown(path), InputFile.Read(path));

    /// <exception cref="SettingsException">It is none; the message is one line that begins with the file.</exception>
    public static Setting Parse(string file, ReadOnlySpan<byte> json)
    {
        if (EncodingOf(json) is { } encoding)
            throw new SettingsException($"{file}:1: the file is written in {encoding}; save it as UTF-8");
        if (json.StartsWith("\uFEFF"u8)) json = json["\uFEFF"u8.Length..];
        return new SettingsParser(file, json).Parse();
    }

    /// <summary>What is not UTF-8, by its byte order mark or the zero beside its first brace; else null.</summary>
    private static string? EncodingOf(ReadOnlySpan<byte> json)
    {
        (byte[] Begins, string Encoding)[] others =
        [
            ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
            ([0xFE, 0xFF], "UTF-16"), ([(byte)'{', 0], "UTF-16"), ([0, (byte)'{'], "UTF-16"),
        ];
        foreach (var (begins, encoding) in others)
        {
            if (json.StartsWith(begins)) return encoding;
        }

        return null;
    }
}

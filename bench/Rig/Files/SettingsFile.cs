namespace HilBench.Rig.Files;

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
        if (json.StartsWith("\uFEFF"u8)) json = json["\uFEFF"u8.Length..];
        return new SettingsParser(file, json).Parse();
    }
}

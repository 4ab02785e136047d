using System.Runtime.CompilerServices;
using HilBench.Input;
using HilBench.Meter;

namespace HilBench.RigFiles;

/// <summary>
/// The meter profiles a person may name: those in <c>profiles/</c> beside the executable, or any file.
/// </summary>
public static class ProfileFiles
{
    private static readonly SettingsFolder Folder = new("profiles", "profile");
    private static readonly ConditionalWeakTable<MeterProfile, byte[]> Texts = [];

    public static IReadOnlyList<string> Names => Folder.Names;

    /// <exception cref="SettingsException">No such profile, or its file is wrong; the message is one line.</exception>
    public static MeterProfile Load(string nameOrFile)
    {
        var (name, (file, json)) = Open(nameOrFile);
        return Parse(name, file, json);
    }

    /// <summary>The name of a profile, and its file as it stands there.</summary>
    /// <exception cref="SettingsException">There is no such profile, or it cannot be read.</exception>
    internal static (string Name, (string File, byte[] Json) Text) Open(string nameOrFile)
    {
        var (name, path) = Folder.Find(nameOrFile);
        return (name, (InputFile.Shown(path), InputFile.Read(path)));
    }

    /// <summary>A profile from the text of a file that is not on a disk.</summary>
    /// <exception cref="SettingsException">It is wrong; the message is one line that begins with the file.</exception>
    public static MeterProfile Parse(string name, string file, ReadOnlySpan<byte> json) =>
        Remember(ProfileFile.Read(name, SettingsFile.Parse(file, json)), json);

    /// <summary>The text of the file a profile was read from; null when it was read from none.</summary>
    public static byte[]? TextOf(MeterProfile profile) => Texts.TryGetValue(profile, out var text) ? text : null;

    private static MeterProfile Remember(MeterProfile profile, ReadOnlySpan<byte> json)
    {
        Texts.AddOrUpdate(profile, json.ToArray());
        return profile;
    }

    /// <summary>JSON Schema of profile files.</summary>
    public static string Schema() => JsonSchemaText.Of(ProfileRules.Root, "HilBench meter profile");
}

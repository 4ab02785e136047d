using HilBench.Meter;

namespace HilBench.Rig.Files;

/// <summary>
/// The meter profiles a person may name: those in <c>profiles/</c> beside the executable, or any file.
/// </summary>
public static class ProfileFiles
{
    private static readonly SettingsFolder Folder = new("profiles", "profile");

    public static IReadOnlyList<string> Names => Folder.Names;

    /// <exception cref="SettingsException">No such profile, or its file is wrong; the message is one line.</exception>
    public static MeterProfile Load(string nameOrFile)
    {
        var (name, path) = Folder.Find(nameOrFile);
        return ProfileFile.Read(name, path);
    }

    /// <summary>JSON Schema of profile files.</summary>
    public static string Schema() => JsonSchemaText.Of(ProfileRules.Root, "HilBench meter profile");
}

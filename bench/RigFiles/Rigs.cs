using HilBench.Input;
using HilBench.Roles;

namespace HilBench.RigFiles;

/// <summary>
/// The rigs a person may name: those in <c>rigs/</c> beside the executable, <c>none</c>, or any file.
/// </summary>
public static class Rigs
{
    /// <summary>The name of the rig without pins.</summary>
    public const string None = "none";

    private static readonly SettingsFolder Folder = new("rigs", "rig");

    /// <summary><c>none</c> first, then the files in ordinal order.</summary>
    public static IReadOnlyList<string> Names => [None, .. Folder.Names];

    /// <exception cref="SettingsException">No such rig, or its file is wrong; the message is one line.</exception>
    /// <param name="nameOrFile">A rig.</param>
    /// <param name="profile">The profile of its meter, by name or file; null = as the rig says.</param>
    public static RigPlan Load(string nameOrFile, string? profile)
    {
        var plan = Load(nameOrFile);
        return profile is null ? plan : plan with { Profile = ProfileFiles.Load(profile) };
    }

    /// <exception cref="SettingsException">No such rig, or its file is wrong; the message is one line.</exception>
    public static RigPlan Load(string nameOrFile)
    {
        if (nameOrFile == None) return ModelPlan.Alone;
        var (name, path) = Folder.Find(nameOrFile, None);
        return RigFile.Read(name, path);
    }

    /// <summary>JSON Schema of rig files.</summary>
    public static string Schema() => JsonSchemaText.Of(RigRules.Root, "HilBench rig");
}

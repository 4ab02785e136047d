using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Campaign.Plans;

/// <summary>The plans a person may name: those in <c>plans/</c> beside the executable, or any file.</summary>
public static class PlanFiles
{
    private static readonly SettingsFolder Folder = new("plans", "plan");

    public static IReadOnlyList<string> Names => Folder.Names;

    /// <exception cref="SettingsException">No such plan, or its file is wrong; the message is one line.</exception>
    public static PlanFile Load(string nameOrFile)
    {
        var (name, path) = Folder.Find(nameOrFile);
        return PlanFile.Read(name, path);
    }

    /// <summary>JSON Schema of plan files.</summary>
    public static string Schema() => JsonSchemaText.Of(PlanRules.Root, "HilBench campaign plan");
}

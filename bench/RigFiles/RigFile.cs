using HilBench.Input;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>Reads a rig file: what all rigs have in common here, the rest by its <see cref="RigKind"/>.</summary>
internal static class RigFile
{
    public static RigPlan Read(string name, string path)
    {
        var file = SettingsFile.Read(path);
        RigRules.Root.Judge(file, "");
        var kind = RigKind.Of(file);
        var profile = ProfileOf(file, path);
        DemandSize(file.Group("display"), profile);
        var head = new RigHead(name, profile, TablesOf(file, path));
        var plan = kind.Read(head, file) with
        {
            File = path,
            Description = file.Text("description", ""),
            Labels = LabelsPart.Of(file),
            LeavesOut = file.Texts("leavesOut", []),
        };
        return plan with { Faults = FaultsPart.Of(file, plan.Capabilities) };
    }

    private static void DemandSize(Setting display, MeterProfile profile)
    {
        var (columns, lines) = (
            display.Whole("columns", profile.Display.Columns), display.Whole("lines", profile.Display.Lines));
        if ((columns, lines) == (profile.Display.Columns, profile.Display.Lines)) return;
        throw display.Wrong(
            $"display is {columns}x{lines}, but profile \"{profile.Name}\" wants {profile.Display.Columns}x"
            + $"{profile.Display.Lines}");
    }

    private static MeterProfile ProfileOf(Setting file, string path)
    {
        if (file.Find("profile") is not { Value: string said } setting) return ProfileFiles.Load("generic");
        var isPath = SettingsFolder.IsPath(said);
        var (name, bytes) = Named(
            setting, isPath ? "profile: " : "", () => ProfileFiles.Open(isPath ? Beside(path, said) : said));
        return ProfileFiles.Parse(name, bytes.File, bytes.Json);
    }

    private static StaTables TablesOf(Setting file, string path)
    {
        if (file.Find("staTables") is not { Value: string said } setting) return StaTables.Sample;
        var tables = Beside(path, said);
        return StaTablesFile.Parse(
            InputFile.Shown(tables), Named(setting, "staTables: ", () => InputFile.Read(tables)));
    }

    /// <summary>What a rig file names and cannot be read is a mistake on that line of the rig file.</summary>
    private static T Named<T>(Setting setting, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SettingsException wrong)
        {
            throw setting.Wrong(name + wrong.Message);
        }
    }

    private static string Beside(string path, string name) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", name);
}

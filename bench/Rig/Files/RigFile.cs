using HilBench.Meter;
using HilBench.Tokens;

namespace HilBench.Rig.Files;

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
        return kind.Read(head, file) with
        {
            File = path,
            Description = file.Text("description", ""),
            LeavesOut = file.Texts("leavesOut", []),
        };
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
        var name = file.Text("profile", "generic");
        try
        {
            return ProfileFiles.Load(SettingsFolder.IsPath(name) ? Beside(path, name) : name);
        }
        catch (SettingsException wrong) when (file.Find("profile") is { } setting && !SettingsFolder.IsPath(name))
        {
            throw setting.Wrong(wrong.Message);
        }
    }

    private static StaTables TablesOf(Setting file, string path) =>
        file.Find("staTables") is { } tables
            ? StaTablesFile.Read(Beside(path, (string)tables.Value!))
            : StaTables.Sample;

    private static string Beside(string path, string name) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", name);
}

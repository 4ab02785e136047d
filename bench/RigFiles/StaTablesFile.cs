using HilBench.Input;
using HilBench.Tokens;

namespace HilBench.RigFiles;

/// <summary>
/// Reads EA07 tables: <c>{"sub1":[16 numbers],"sub2":[16 numbers],"perm":[64 numbers]}</c>. Real tables belong to
/// whoever is entitled to them; HilBench has only the public sample.
/// </summary>
public static class StaTablesFile
{
    private static readonly SettingRule Root = SettingRule.Group(
        "",
        "The tables of the standard transfer algorithm.",
        new SettingRule("sub1", SettingType.Wholes, "Substitution table 1.") { Most = 15 },
        new SettingRule("sub2", SettingType.Wholes, "Substitution table 2.") { Most = 15 },
        new SettingRule("perm", SettingType.Wholes, "Permutation table.") { Most = 63 });

    /// <exception cref="SettingsException">The file is missing or wrong; the message is one line.</exception>
    public static StaTables Read(string path) => Parse(InputFile.Shown(path), InputFile.Read(path));

    internal static StaTables Parse(string name, byte[] json)
    {
        var file = SettingsFile.Parse(name, json);
        Root.Judge(file, "");
        return StaTables.TryCreate(
            Table(file, "sub1"), Table(file, "sub2"), Table(file, "perm"), out var tables, out var reason)
            ? tables!
            : throw file.Wrong(reason!);
    }

    private static int[] Table(Setting file, string name) =>
        file.Find(name) is null ? throw file.Wrong($"\"{name}\" is missing") : file.Wholes(name, []);
}

using System.Runtime.InteropServices;
using System.Runtime.Loader;
using HilBench.Input;

namespace HilBench.Cli;

/// <summary>
/// Finds the libraries of ASP.NET when the panel is asked for. The program does not name that framework, because then
/// every command would start later for the one that needs it
/// (docs/decisions/0021-the-panel-is-loaded-when-asked-for.md).
/// </summary>
internal static class WebFramework
{
    private const string Name = "Microsoft.AspNetCore.App";

    /// <summary>The folder of a published bench that has them.</summary>
    private const string Published = "aspnet";

    /// <exception cref="SettingsException">They are not on this machine.</exception>
    public static void LetItBeFound()
    {
        var folder = Folder() ?? throw new SettingsException(
            $"hilbench web: the framework {Name} {Environment.Version.Major}.x is not on this machine; it comes with "
            + "the .NET SDK and with the package aspnetcore-runtime");
        AssemblyLoadContext.Default.Resolving += (context, wanted) =>
        {
            var file = Path.Combine(folder, wanted.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
    }

    private static string? Folder()
    {
        var published = Path.Combine(AppContext.BaseDirectory, Published);
        if (Directory.Exists(published)) return published;
        // …/shared/Microsoft.NETCore.App/10.0.1/ has its neighbour beside it, of the same version or a near one.
        var core = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        var all = Path.GetFullPath(Path.Combine(core, "..", "..", Name));
        if (!Directory.Exists(all)) return null;
        var same = Path.Combine(all, Path.GetFileName(core));
        return Directory.Exists(same) ? same : Directory.GetDirectories(all, $"{Environment.Version.Major}.*")
            .Where(folder => Version.TryParse(Path.GetFileName(folder), out _))
            .MaxBy(folder => Version.Parse(Path.GetFileName(folder)));
    }
}

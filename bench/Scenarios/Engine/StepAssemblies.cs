using System.Reflection;
using System.Runtime.Loader;

namespace HilBench.Scenarios.Engine;

/// <summary>Loads the step assemblies of a lab: ordinary libraries with Reqnroll's attributes.</summary>
public static class StepAssemblies
{
    /// <exception cref="StepAssemblyException">A file is no such library.</exception>
    public static IReadOnlyList<Assembly> Load(IEnumerable<string> files)
    {
        var loaded = new Dictionary<string, (string File, Assembly Assembly)>
        {
            [typeof(StepAssemblies).Assembly.GetName().Name!] = ("the bench itself", typeof(StepAssemblies).Assembly),
        };
        foreach (var file in files.DistinctBy(FullPath))
        {
            var assembly = Load(file);
            var name = assembly.GetName().Name!;
            if (loaded.TryGetValue(name, out var other))
            {
                throw new StepAssemblyException(
                    $"{file}: is called {name}, and so is {other.File}; rename one of them");
            }

            loaded.Add(name, (file, assembly));
        }

        return [.. loaded.Values.Skip(1).Select(one => one.Assembly)];
    }

    private static string FullPath(string file) => file.Length > 0
        ? Path.GetFullPath(file)
        : throw new StepAssemblyException("--steps: the name of the file is empty; name the DLL with the steps");

    private static Assembly Load(string file)
    {
        var path = FullPath(file);
        if (!File.Exists(path))
        {
            throw new StepAssemblyException(Directory.Exists(path)
                ? $"{file}: is a folder; name the DLL with the steps"
                : $"{file}: there is no such file; name the DLL with the steps");
        }

        try
        {
            var assembly = new LabContext(path).LoadFromAssemblyPath(path);
            return assembly.GetTypes().Any(type => type.IsDefined(typeof(Reqnroll.BindingAttribute), inherit: true))
                ? assembly
                : throw new StepAssemblyException($"{file}: has no class marked [Binding], so it has no steps");
        }
        catch (BadImageFormatException)
        {
            throw new StepAssemblyException($"{file}: is not a .NET library");
        }
        catch (ReflectionTypeLoadException wrong)
        {
            var why = wrong.LoaderExceptions.OfType<Exception>().First().Message.ReplaceLineEndings(" ");
            throw new StepAssemblyException($"{file}: cannot be loaded: {why}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StepAssemblyException($"{file}: cannot be read: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>
    /// What the bench has is shared, so that both know the same attributes; the rest comes from beside the library.
    /// </summary>
    private sealed class LabContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        private readonly AssemblyDependencyResolver _beside = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
            }
            catch (FileNotFoundException)
            {
                return _beside.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
            }
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            _beside.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
    }
}

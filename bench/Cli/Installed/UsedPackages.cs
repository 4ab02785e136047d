using System.Text.Json;

namespace HilBench.Cli;

/// <summary>
/// The packages that the bench itself names, in the versions that lie beside it. They are read from the list by which
/// the runtime finds them (<c>hilbench.deps.json</c>), so that nobody has to keep another one.
/// </summary>
internal static class UsedPackages
{
    private const string List = "hilbench.deps.json";
    private const string House = "HilBench.";

    /// <summary>Name and version, in the order of the names; a line that says so where the list is not there.</summary>
    public static IReadOnlyList<string> OfThisProgram()
    {
        // Not the folder of the surroundings: this is about the libraries that were loaded.
        var file = Path.Combine(AppContext.BaseDirectory, List);
        try
        {
            return Of(File.ReadAllText(file));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return [$"not known: {List} cannot be read"];
        }
    }

    /// <summary>What the libraries of the house depend on and are not themselves of the house.</summary>
    internal static IReadOnlyList<string> Of(string list)
    {
        using var json = JsonDocument.Parse(list);
        var target = json.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var named = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in json.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject())
        {
            if (!IsOfTheHouse(library.Name) || !library.Value.TryGetProperty("dependencies", out var needs)) continue;
            foreach (var need in needs.EnumerateObject().Where(need => !IsOfTheHouse(need.Name)))
                named[need.Name] = need.Value.GetString()!;
        }

        return [.. named.Select(package => $"{package.Key} {package.Value}")];
    }

    private static bool IsOfTheHouse(string name) =>
        name.StartsWith(House, StringComparison.Ordinal) || name.StartsWith("hilbench/", StringComparison.Ordinal)
        || name.StartsWith("runtimepack.", StringComparison.Ordinal);
}

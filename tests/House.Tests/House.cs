namespace HilBench.House.Tests;

/// <summary>The checkout these tests were built from, and its files as git would list them.</summary>
internal static class House
{
    private static readonly string[] NotOurs =
        [".git", "bin", "obj", "TestResults", "BenchmarkDotNet.Artifacts", "publish", "report"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files with this ending, as paths relative to the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string ending) => [.. Walk(Root)
        .Where(file => file.EndsWith(ending, StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder)) yield return file;
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            if (NotOurs.Contains(Path.GetFileName(below))) continue;
            foreach (var file in Walk(below)) yield return file;
        }
    }

    /// <summary>
    /// Found from the folder of the tests and not from a path of the compiler, because a CI build maps source paths to
    /// "/_/".
    /// </summary>
    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HilBench.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No HilBench.sln above {AppContext.BaseDirectory}.");
    }
}

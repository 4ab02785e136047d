namespace HilBench.Specs;

/// <summary>
/// Pages that are generated from the features. A test compares them; with <c>HILBENCH_WRITE=1</c> it writes them.
/// </summary>
internal static class Checkout
{
    public static bool Writes => Environment.GetEnvironmentVariable("HILBENCH_WRITE") == "1";

    /// <summary>The page as it was when these tests were built.</summary>
    public static string Read(string page) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page)).ReplaceLineEndings("\n");

    /// <summary>The page in the checkout that these tests were built from.</summary>
    public static void Write(string page, string text) => File.WriteAllText(Path.Combine(Root(), page), text);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HilBench.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No HilBench.sln above {AppContext.BaseDirectory}.");
    }
}

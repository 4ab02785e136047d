using HilBench.History;

namespace HilBench.Runs;

/// <summary>Which program runs the scenarios.</summary>
public static class BenchBuild
{
    /// <summary>
    /// The same exactly when the libraries of this program and the step assemblies are, in whatever folders. They are
    /// the same for every kind of machine that was published for from one checkout; hilbench.dll, which only starts
    /// them, is not.
    /// </summary>
    /// <param name="steps">Step assemblies of a lab.</param>
    public static string Of(IReadOnlyList<string> steps) =>
        Fingerprint.Of([.. Libraries(), .. steps], rigFile: null);

    /// <summary>The DLLs of this program, and those of a lab.</summary>
    internal static IReadOnlyList<string> Program(IReadOnlyList<string> steps) =>
    [
        .. Libraries(),
        .. Directory.GetFiles(AppContext.BaseDirectory, "hilbench.dll"), .. steps,
    ];

    private static string[] Libraries() => Directory.GetFiles(AppContext.BaseDirectory, "HilBench.*.dll");
}

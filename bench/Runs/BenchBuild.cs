using HilBench.History;

namespace HilBench.Runs;

/// <summary>Which program runs the scenarios.</summary>
public static class BenchBuild
{
    /// <summary>The same exactly when this program and the step assemblies are, in whatever folders.</summary>
    /// <param name="steps">Step assemblies of a lab.</param>
    public static string Of(IReadOnlyList<string> steps) => Fingerprint.Of(Program(steps), rigFile: null);

    /// <summary>The DLLs of this program, and those of a lab.</summary>
    internal static IReadOnlyList<string> Program(IReadOnlyList<string> steps) =>
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "HilBench.*.dll"),
        .. Directory.GetFiles(AppContext.BaseDirectory, "hilbench.dll"), .. steps,
    ];
}

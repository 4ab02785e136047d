namespace HilBench.Cli;

/// <summary>
/// What a process is given when it starts and .NET offers no way to replace: the raw standard streams, whether they
/// are redirected, and the name of the program. All else (<see cref="Console.Out"/>, <see cref="Console.Error"/>,
/// <see cref="Console.In"/>, the current folder) can be replaced where it is. Tests that run the command line inside
/// their own process replace both, one run at a time.
/// </summary>
internal sealed record Surroundings
{
    /// <summary>The surroundings of the run that is going on.</summary>
    public static Surroundings Current { get; internal set; } = OfThisProcess();

    /// <summary>The file that was started: a published hilbench, or dotnet.</summary>
    public required string? Program { get; init; }

    /// <summary>Where the files lie that come with the program.</summary>
    public required string Folder { get; init; }

    /// <summary>The folders in which a shell looks for programs, as the variable PATH has them.</summary>
    public required string SearchPath { get; init; }

    /// <summary>True when standard input is a file or a pipe instead of a terminal.</summary>
    public required bool IsInputRedirected { get; init; }

    /// <summary>True when standard output is a file or a pipe instead of a terminal.</summary>
    public required bool IsOutputRedirected { get; init; }

    /// <summary>True when standard error is a file or a pipe instead of a terminal.</summary>
    public required bool IsErrorRedirected { get; init; }

    /// <summary>Opens standard input as bytes.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Opens standard output as bytes. Writing throws an IOException once its reader has gone.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    private static Surroundings OfThisProcess() => new()
    {
        Program = Environment.ProcessPath,
        SearchPath = Environment.GetEnvironmentVariable("PATH") ?? "",
        Folder = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar),
        IsInputRedirected = Console.IsInputRedirected,
        IsOutputRedirected = Console.IsOutputRedirected,
        IsErrorRedirected = Console.IsErrorRedirected,
        OpenInput = StandardInput.Open,
        OpenOutput = StandardOutput.Open,
    };
}

using System.Runtime.InteropServices;

namespace HilBench.Cli;

/// <summary>
/// The three descriptors a program inherits. When it is started without one (<c>hilbench vend &lt;&amp;-</c>) the
/// runtime's own files take the free number: reading it then waits for ever, and writing it would do harm.
/// </summary>
internal static partial class InheritedDescriptor
{
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>What closes on exec was never inherited, and the runtime opens all its files so.</summary>
    public static bool IsMissing(int descriptor) =>
        !OperatingSystem.IsWindows()
        && FileControl(descriptor, GetFlags) is var flags
        && (flags < 0 || (flags & CloseOnExec) != 0);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(int descriptor, int command);
}

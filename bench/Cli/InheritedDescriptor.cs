using System.Runtime.InteropServices;

namespace HilBench.Cli;

/// <summary>
/// The standard streams that a program inherits. When it is started without one (<c>hilbench vend &lt;&amp;-</c>), the
/// next file that the runtime opens gets its number. Reading that can wait for ever, and writing to it does harm.
/// </summary>
internal static partial class InheritedDescriptor
{
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>
    /// The runtime marks each file it opens as "close on exec". A file with that mark cannot have been inherited.
    /// </summary>
    public static bool IsMissing(int descriptor) =>
        !OperatingSystem.IsWindows()
        && FileControl(descriptor, GetFlags) is var flags
        && (flags < 0 || (flags & CloseOnExec) != 0);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int FileControl(int descriptor, int command);
}

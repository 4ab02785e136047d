using System.Runtime.InteropServices;

namespace HilBench.Board;

/// <summary>
/// Makes the entries of a folder safe from a power cut (fsync of the folder, Linux fsync(2): flushing a file does not
/// flush the entry that names it). .NET can flush files only.
/// </summary>
internal static partial class FolderFlush
{
    private const string Library = "libc";
    private const int ReadOnly = 0;
    private const int InputOutputError = 5;
    private const int NoSpace = 28;

    /// <summary>
    /// A file system that cannot flush folders, or a folder that may not be opened, is no reason to fail.
    /// </summary>
    /// <exception cref="IOException">The disk says that the folder is not on it.</exception>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return;
        var descriptor = open(folder, ReadOnly);
        if (descriptor < 0) return;
        var failed = fsync(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = close(descriptor);
        if (failed && error is (InputOutputError or NoSpace))
            throw new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport(Library)]
    private static partial int close(int descriptor);
}

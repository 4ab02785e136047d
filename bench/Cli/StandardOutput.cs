using HilBench.Input;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Cli;

/// <summary>
/// Standard output that notices when its reader has gone. The stream of <see cref="Console"/> swallows a broken pipe,
/// so `hilbench vend | head -1` would go on reading for ever.
/// </summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;
    private const int BrokenPipe = 32;
    private const int BadDescriptor = 9;
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);
    private const int ClosingPipeOnWindows = unchecked((int)0x800700E8);

    /// <summary>True when the reader has gone, which is not an error; false for a full disk, which is one.</summary>
    public static bool IsReaderGone(IOException wrong) => OperatingSystem.IsWindows()
        ? wrong.HResult is BrokenPipeOnWindows or ClosingPipeOnWindows
        : wrong.HResult == BrokenPipe;

    /// <summary>True when the program was started without it, or with a file that is open for reading only.</summary>
    public static bool IsClosed(UnauthorizedAccessException wrong) =>
        wrong.InnerException is IOException { HResult: BadDescriptor };

    /// <summary>A stream whose write throws <see cref="IOException"/> on a closed pipe.</summary>
    /// <exception cref="SettingsException">The program was started without standard output.</exception>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        if (InheritedDescriptor.IsMissing(Descriptor))
            throw new SettingsException("hilbench: cannot write to standard output: Bad file descriptor");

        var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);

        // A file has no reader that could go away. A FileStream would write at its own offset, not at the shared one.
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Physical.Ports;

/// <summary>
/// The few calls of the C library that .NET has no name for (glibc and musl on Linux): terminals here, files beside it.
/// </summary>
internal static partial class LibC
{
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const short PollHangUp = 0x10;
    private const string Library = "libc";

    /// <summary>TIOCNXCL, the same on all machines .NET runs on but PowerPC, where it does nothing here.</summary>
    private const nuint EndExclusive = 0x540D;

    /// <summary>Room for a termios of any Linux: 60 bytes on the machines .NET runs on.</summary>
    private const int TermiosRoom = 256;

    public static int OpenMaster() => posix_openpt(ReadWrite | NoControllingTerminal | CloseOnExec);

    public static int Unlock(int master) => grantpt(master) != 0 ? -1 : unlockpt(master);

    public static string? NameOf(int master)
    {
        Span<byte> name = stackalloc byte[128];
        return ptsname_r(master, name, (nuint)name.Length) == 0
            ? System.Text.Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)])
            : null;
    }

    /// <summary>Bytes pass as they are: no echo, no line editing, no translation.</summary>
    public static bool MakeRaw(int descriptor)
    {
        Span<byte> termios = stackalloc byte[TermiosRoom];
        if (tcgetattr(descriptor, termios) != 0) return false;
        cfmakeraw(termios);
        return tcsetattr(descriptor, 0, termios) == 0;
    }

    public static void TakeBackExclusiveMark(SafeFileHandle terminal) => _ = ioctl(terminal, EndExclusive);

    public static bool IsTerminal(SafeFileHandle file) => isatty(file) == 1;

    /// <summary>What of the wanted is true within that time; 0 when nothing is.</summary>
    public static short Poll(int descriptor, short wanted, TimeSpan patience)
    {
        var one = new PollRequest { Descriptor = descriptor, Wanted = wanted };
        var milliseconds = (int)Math.Clamp(Math.Ceiling(patience.TotalMilliseconds), 0, int.MaxValue);
        return poll(ref one, 1, milliseconds) > 0 ? one.Got : (short)0;
    }

    public static int Read(int descriptor, Span<byte> into) => (int)read(descriptor, into, (nuint)into.Length);

    public static int Write(int descriptor, ReadOnlySpan<byte> bytes) =>
        (int)write(descriptor, bytes, (nuint)bytes.Length);

    public static void Close(int descriptor) => _ = close(descriptor);

    public static int Open(string path) => open(path, ReadWrite | NoControllingTerminal | CloseOnExec, 0);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int grantpt(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int unlockpt(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int ptsname_r(int descriptor, Span<byte> name, nuint length);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int tcgetattr(int descriptor, Span<byte> termios);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int ioctl(SafeFileHandle file, nuint request);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int isatty(SafeFileHandle file);

    [LibraryImport(Library)]
    private static partial void cfmakeraw(Span<byte> termios);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int tcsetattr(int descriptor, int when, Span<byte> termios);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int poll(ref PollRequest requests, nuint count, int milliseconds);

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint read(int descriptor, Span<byte> into, nuint count);

    [LibraryImport(Library, SetLastError = true)]
    private static partial nint write(int descriptor, ReadOnlySpan<byte> bytes, nuint count);

    [LibraryImport(Library)]
    private static partial int close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Wanted;
        public short Got;
    }
}

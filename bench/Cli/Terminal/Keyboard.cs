using System.Runtime.InteropServices;

namespace HilBench.Cli;

/// <summary>
/// The keys that are pressed in the terminal. It also knows when the terminal has been closed: reading from it would
/// then return at once, again and again.
/// </summary>
internal static partial class Keyboard
{
    /// <summary>Ctrl-D, which means the end of input.</summary>
    public const char EndOfInput = '\u0004';

    private const short HasInput = 0x1;
    private const short Error = 0x8;
    private const short HungUp = 0x10;
    private const short NotOpen = 0x20;

    /// <summary>True when the terminal has been closed.</summary>
    public static bool IsGone => !OperatingSystem.IsWindows() && (Events() & (Error | HungUp | NotOpen)) != 0;

    /// <summary>
    /// The terminal in which the program was started has been closed. The signal for that goes to the shell, which need
    /// not pass it on, so a program that writes nothing for a long time has to look.
    /// </summary>
    public static bool IsTerminalClosed => !Surroundings.Current.IsInputRedirected && IsGone;

    /// <summary>The next key that was pressed, or null if there is none or the terminal has been closed.</summary>
    public static ConsoleKeyInfo? Next()
    {
        try
        {
            return !IsGone && Console.KeyAvailable ? Console.ReadKey(intercept: true) : null;
        }
        catch (Exception closed) when (closed is IOException or InvalidOperationException)
        {
            // It was closed just now.
            return null;
        }
    }

    private static short Events()
    {
        var input = new PollFor { Events = HasInput };
        return Poll(ref input, 1, 0) > 0 ? input.Occurred : (short)0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollFor descriptors, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollFor
    {
        public int Descriptor;
        public short Events;
        public short Occurred;
    }
}

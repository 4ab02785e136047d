using System.Runtime.InteropServices;

namespace HilBench.Cli;

/// <summary>
/// The keys of the terminal, one by one, as long as there is one: reading a terminal that was closed would return at
/// once, for ever.
/// </summary>
internal static partial class Keyboard
{
    /// <summary>Ctrl-D, which ends what is typed.</summary>
    public const char EndOfInput = '\u0004';

    private const short HasInput = 0x1;
    private const short Error = 0x8;
    private const short HungUp = 0x10;
    private const short NotOpen = 0x20;

    /// <summary>Nobody can type any more.</summary>
    public static bool IsGone => !OperatingSystem.IsWindows() && (Events() & (Error | HungUp | NotOpen)) != 0;

    /// <summary>The next key that was pressed, or null when there is none, or no terminal any more.</summary>
    public static ConsoleKeyInfo? Next()
    {
        try
        {
            return !IsGone && Console.KeyAvailable ? Console.ReadKey(intercept: true) : null;
        }
        catch (Exception closed) when (closed is IOException or InvalidOperationException)
        {
            // It was closed between the question and the answer.
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

using System.Globalization;

namespace HilBench.Lab.Tests.Soak;

/// <summary>What Linux knows of a process (proc(5)).</summary>
internal static class ProcessFigures
{
    private const double TicksPerSecond = 100;
    private const int UserTime = 13;
    private const int SystemTime = 14;

    /// <summary>The processor time it has used; null when it has gone.</summary>
    public static TimeSpan? Processor(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            // The name, second of the fields, may hold blanks.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = Number(fields[UserTime - 2]) + Number(fields[SystemTime - 2]);
            return TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace HilBench.History;

/// <summary>A file that is locked for as long as a run is written; the system lets it go when a process dies.</summary>
internal static class RunLock
{
    public static FileStream Take(string history, long run) => new(
        PathOf(history, run), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Somebody is still writing this run.</summary>
    public static bool IsHeld(string history, long run)
    {
        try
        {
            using var free = new FileStream(
                PathOf(history, run), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    public static void Forget(string history, long run)
    {
        try
        {
            File.Delete(PathOf(history, run));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // It is only a lock: nobody holds it any more.
        }
    }

    private static string PathOf(string history, long run) =>
        string.Create(CultureInfo.InvariantCulture, $"{history}.run-{run}");
}

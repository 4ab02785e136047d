using System.Text;

namespace HilBench.Input;

/// <summary>
/// Files that somebody names: a rig, a profile, tables, a key, a feature. Whatever stands behind the name, the answer
/// comes soon: a folder, an endless device, a pipe into which nobody writes and a file of another user are told in one
/// line, and what a file holds is never part of that line.
/// </summary>
public static class InputFile
{
    /// <summary>The most that a rig, a profile, tables or a key may have.</summary>
    public const int MegabytesOfSettings = 1;

    private const int Megabyte = 1_000_000;
    private const int Chunk = 1 << 16;

    /// <summary>How long a pipe may take to deliver all of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="SettingsException">It cannot be read, or it is larger; the message is one line.</exception>
    public static byte[] Read(string path, int megabytes = MegabytesOfSettings) =>
        Guarded(path, () => IsOrdinary(path) ? ReadAll(path, megabytes) : ReadInTime(path, megabytes));

    /// <summary>All text of a file, which must be UTF-8; a byte order mark is skipped.</summary>
    /// <exception cref="SettingsException">It cannot be read, is larger, or is no text; one line says so.</exception>
    public static string ReadText(string path, int megabytes = MegabytesOfSettings)
    {
        ReadOnlySpan<byte> bytes = Read(path, megabytes);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException odd)
        {
            var line = bytes[..Math.Max(0, odd.Index)].Count((byte)'\n') + 1;
            throw new SettingsException($"{Shown(path)}:{line}: not text in UTF-8");
        }
    }

    /// <summary>A file to be read piece by piece, however long it is.</summary>
    /// <exception cref="SettingsException">It cannot be opened; the message is one line.</exception>
    public static Stream Open(string path) => Guarded(path, () => OpenStream(path));

    /// <summary>A path as part of a message: one line, and visible where it is empty.</summary>
    public static string Shown(string path) => path.Length == 0 ? "\"\"" : OneLine.Whole(path);

    private static T Guarded<T>(string path, Func<T> read)
    {
        if (path.Length == 0) throw Wrong(path, "the name of the file is empty");
        try
        {
            return Directory.Exists(path) ? throw Wrong(path, "is a folder; it must be a file") : read();
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Wrong(path, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw Wrong(path, "this user may not read it");
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or NotSupportedException)
        {
            throw Wrong(path, $"cannot be read: {OneLine.Whole(failure.Message)}");
        }
    }

    /// <summary>
    /// A file on a disk that has a length: reading it never waits for anybody. Devices, pipes and the files of /proc
    /// have none.
    /// </summary>
    private static bool IsOrdinary(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var file = new FileInfo(target);
        return file.Exists && file.Length > 0;
    }

    /// <summary>Opening a pipe waits for whoever writes, and nothing ends that but the end of the process.</summary>
    private static byte[] ReadInTime(string path, int megabytes)
    {
        var reading = Task.Run(() => ReadAll(path, megabytes));
        return ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(Patience)
            ? reading.GetAwaiter().GetResult()
            : throw Wrong(path, $"did not end within {Patience.TotalSeconds:0} s; is it a pipe that nobody writes to?");
    }

    private static byte[] ReadAll(string path, int megabytes)
    {
        using var file = OpenStream(path);
        var most = (long)megabytes * Megabyte;
        var held = new MemoryStream();
        var chunk = new byte[Chunk];
        while (file.Read(chunk) is var count and > 0)
        {
            held.Write(chunk, 0, count);
            if (held.Length > most) throw Wrong(path, $"larger than {megabytes} MB, the most that is read");
        }

        return held.ToArray();
    }

    private static FileStream OpenStream(string path) => new(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

    private static SettingsException Wrong(string path, string what) => new($"{Shown(path)}: {what}");
}

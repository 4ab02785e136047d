using HilBench.Rig.Files;

namespace HilBench.Cli;

/// <summary>Where request lines come from: a file by its path, or standard input by a hyphen.</summary>
internal static class RequestSource
{
    public const string StandardInput = "-";

    /// <exception cref="SettingsException">There is nothing to read; the message says why.</exception>
    public static Stream Open(string requests)
    {
        if (requests == StandardInput) return FromStandardInput();
        if (requests.Length == 0) throw new SettingsException("\"\": cannot be read: a file has a name");
        if (Directory.Exists(requests)) throw new SettingsException($"{requests}: cannot be read: it is a folder");
        try
        {
            return new FileStream(requests, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{NameOf(requests)}: cannot be read: {e.Message}");
        }
    }

    /// <summary>Whoever started it by hand is told what it waits for.</summary>
    private static Stream FromStandardInput()
    {
        var input = Surroundings.Current.OpenInput();
        if (!Surroundings.Current.IsInputRedirected)
            Console.Error.WriteLine("Type request lines, each a JSON object; Ctrl-D on an empty line ends.");
        return input;
    }

    /// <summary>What a message calls it.</summary>
    public static string NameOf(string requests) => requests == StandardInput ? "standard input" : requests;
}

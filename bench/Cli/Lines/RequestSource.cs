using HilBench.Input;

namespace HilBench.Cli;

/// <summary>Where request lines come from: a file by its path, or standard input by a hyphen.</summary>
internal static class RequestSource
{
    public const string StandardInput = "-";

    /// <exception cref="SettingsException">There is nothing to read; the message says why.</exception>
    public static Stream Open(string requests) =>
        requests == StandardInput ? FromStandardInput() : InputFile.Open(requests);

    /// <summary>The name of the source in messages.</summary>
    public static string NameOf(string requests) =>
        requests == StandardInput ? "standard input" : InputFile.Shown(requests);

    /// <summary>In a terminal the program would otherwise wait without a word.</summary>
    private static Stream FromStandardInput()
    {
        var input = Surroundings.Current.OpenInput();
        if (!Surroundings.Current.IsInputRedirected)
            Console.Error.WriteLine("Type request lines, each a JSON object; Ctrl-D on an empty line ends.");
        return input;
    }
}

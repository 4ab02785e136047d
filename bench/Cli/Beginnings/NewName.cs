using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Cli;

/// <summary>The names that a new file may have: such as can be typed in any shell and stored on any disk.</summary>
internal static class NewName
{
    private const int Longest = 60;

    /// <exception cref="SettingsException">It is no such name; one line says what is allowed.</exception>
    public static string Checked(string what, string said)
    {
        var ending = what == "feature" ? ".feature" : ".json";
        var name = said.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? said[..^ending.Length] : said;
        if (said.Contains('/') || said.Contains('\\'))
            throw Wrong(what, said, "has a folder in it; go there first, and give the name alone");
        if (name.Length is 0 or > Longest || !name.All(IsAllowed) || !char.IsLetterOrDigit(name[0]))
        {
            throw Wrong(
                what, said, $"is no name; allowed: 1 to {Longest} letters, digits, - and _, of which the first is a "
                + "letter or a digit");
        }

        string[] shipped = what switch
        {
            "profile" => [.. ProfileFiles.Names],
            "rig" => [.. Rigs.Names],
            _ => [],
        };
        return shipped.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? throw Wrong(what, said, $"is a {what} that comes with the bench; take another name")
            : name;
    }

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static SettingsException Wrong(string what, string said, string why) =>
        new($"hilbench new {what}: \"{OneLine.Beginning(said)}\" {why}");
}

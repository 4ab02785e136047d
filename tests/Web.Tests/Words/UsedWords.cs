using System.Text.RegularExpressions;
using HilBench.Scenarios.Running;

namespace HilBench.Web.Tests.Words;

/// <summary>The words that the sources of the page ask the resource files for.</summary>
internal static partial class UsedWords
{
    /// <summary>
    /// Words that a source asks for by a variable. Each must stand as a text in one of the sources. A new way to name
    /// a variable is told by a test, so that nobody forgets to add its words here.
    /// </summary>
    private static readonly Dictionary<string, string[]> ByVariable = new()
    {
        ["label"] =
        [
            "1 second", "10 seconds", "10 minutes", "1 hour", "1 day",
            "Pause", "As on the wall", "A minute a second", "An hour a second",
            "Credit", "Key change codes", "Credit under the new key", "Clear credit", "Clear tamper",
            "Maximum power limit", "Test",
        ],
        ["word"] =
        [
            "mistakes", "scenarios", "to run",
            "Display", "Display as expected", "Displays over time", "Wires", "What happened", "Waves as a file",
        ],
        ["why"] =
        [
            "there is no such feature in the folder of features", "the panel is closing", "a run is going on already",
        ],
        ["prompt.Text"] = ["Did these lines stand on the display?"],
        ["prompt.Text, key"] = ["Press the key {0}"],
        ["StateOf(View.Run)"] = ["still running", "it has no end", "stopped", "green", "red"],
        ["PastRunDetails.StateOf(one)"] = [],
        ["WordOf(one.Change)"] = ["newly red", "red in another way", "mended", "new", "gone", "slower"],
        ["verdict.Word()"] = [],
        ["one.Verdict.Word()"] = [],
        ["Row.IsLeftOut ? \"left out\" : Row.IsRunning ? \"running\" : \"waiting\""] =
            ["left out", "running", "waiting"],
    };

    /// <summary>Path and text of each source.</summary>
    private static readonly (string Path, string Text)[] Sources =
    [
        .. Directory.EnumerateFiles(Folder(), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".razor" or ".cs")
            .Where(path => Path.GetRelativePath(Folder(), path).Split('/')[0] is not ("bin" or "obj"))
            .Select(path => (path, File.ReadAllText(path))),
    ];

    /// <summary>Where the sources of the page lie, in the checkout that these tests were built from.</summary>
    public static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HilBench.sln")))
            folder = Path.GetDirectoryName(folder);
        var checkout = folder ?? throw new InvalidOperationException("no HilBench.sln above the tests");
        return Path.Combine(checkout, "bench", "Web");
    }

    /// <summary>Every word that somebody may see translated.</summary>
    public static IReadOnlySet<string> All() => Sources
        .SelectMany(source => Literal().Matches(source.Text).Select(found => found.Groups["word"].Value))
        .Concat(Listed()).Concat(Enum.GetValues<Verdict>().Select(verdict => verdict.Word())).ToHashSet();

    /// <summary>Those that a variable may hold.</summary>
    public static IEnumerable<string> Listed() => ByVariable.Values.SelectMany(words => words);

    /// <summary>Variables by which a source asks for a word.</summary>
    public static IEnumerable<string> Variables() => Sources
        .SelectMany(source => Variable().Matches(source.Text).Select(found => found.Groups["what"].Value)).Distinct();

    public static IEnumerable<string> KnownVariables() => ByVariable.Keys;

    /// <summary>True when one of the sources has this text in quotes.</summary>
    public static bool IsInASource(string word) =>
        Sources.Any(source => source.Text.Contains($"\"{word}\"", StringComparison.Ordinal));

    [GeneratedRegex("\\b(L|words)\\[\\s*\"(?<word>[^\"]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""\bL\[(?<what>[A-Za-z](?:[^][]*))\]""")]
    private static partial Regex Variable();
}

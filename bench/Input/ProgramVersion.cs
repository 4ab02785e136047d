using System.Reflection;

namespace HilBench.Input;

/// <summary>
/// Which HilBench this is. The number stands in Directory.Build.props and nowhere else. The commit is in a file beside
/// the program and not in its libraries: those of two commits that do not touch them are the same, byte for byte, and
/// so are benches of a lab and runs in the history.
/// </summary>
public static class ProgramVersion
{
    /// <summary>Beside the program; its last word is <see cref="Changed"/> where not all was committed.</summary>
    private const string CommitFile = "commit.txt";

    private const string Changed = "changed";
    private const int ShownDigits = 12;

    /// <summary>Such as 0.1.0.</summary>
    public static string Number { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "";

    /// <summary>
    /// The number and the commit as one word, such as <c>0.1.0+5f9f56c12ab3</c> or <c>0.1.0+5f9f56c12ab3.changed</c>;
    /// the number alone where no commit is known.
    /// </summary>
    public static string Whole { get; } = Of(Number, WordsOf(Path.Combine(AppContext.BaseDirectory, CommitFile)));

    /// <summary>The commit in words, for a person.</summary>
    public static string Commit { get; } = Said(WordsOf(Path.Combine(AppContext.BaseDirectory, CommitFile)));

    /// <summary>A number and the words of a commit file.</summary>
    internal static string Of(string number, string[] words) =>
        words.Length == 0 ? number : $"{number}+{string.Join('.', [Short(words[0]), .. words[1..]])}";

    /// <summary>The words of a commit file for a person.</summary>
    internal static string Said(string[] words) => words switch
    {
        [] => "of an unknown commit",
        [var commit, Changed, ..] => $"of commit {Short(commit)}, with changes that are not committed",
        [var commit, ..] => $"of commit {Short(commit)}",
    };

    /// <summary>None where there is no such file, or nothing that looks like a commit in it.</summary>
    internal static string[] WordsOf(string file)
    {
        try
        {
            string[] words = File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return words is [_] or [_, Changed] && words[0].All(char.IsAsciiHexDigit) ? words : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Short(string commit) => commit.Length > ShownDigits ? commit[..ShownDigits] : commit;
}

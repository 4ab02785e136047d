using System.Text.RegularExpressions;

namespace HilBench.Cli.Tests.Tutorials;

/// <summary>What a reader of the page does next: writes a file, or types a command and looks at what it says.</summary>
/// <param name="Line">Of the page, for the message of a red test.</param>
/// <param name="File">The file to be saved; null for a command.</param>
/// <param name="Text">What is saved or typed.</param>
/// <param name="Shown">The lines that the page shows below the command.</param>
internal sealed record TutorialStep(int Line, string? File, string Text, IReadOnlyList<string> Shown);

/// <summary>
/// A page as its reader takes it. A block below "Save this as `FILE`" is a file. A block whose lines begin with
/// <c>$</c> is typed, and what stands below a command is what it says; <c>…</c> stands for whatever is not shown. Other
/// blocks are only read.
/// </summary>
internal static partial class Tutorial
{
    public static IReadOnlyList<TutorialStep> Read(string page)
    {
        var steps = new List<TutorialStep>();
        foreach (Match block in Block().Matches(page))
        {
            var line = page[..block.Groups["text"].Index].Count(character => character == '\n') + 1;
            var text = block.Groups["text"].Value;
            if (block.Groups["file"].Success) steps.Add(new TutorialStep(line, block.Groups["file"].Value, text, []));
            else if (text.StartsWith("$ ", StringComparison.Ordinal)) steps.AddRange(Typed(line, text));
        }

        return steps;
    }

    private static IEnumerable<TutorialStep> Typed(int line, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        for (var at = 0; at < lines.Length;)
        {
            var command = at++;
            var shown = lines.Skip(at).TakeWhile(one => !one.StartsWith("$ ", StringComparison.Ordinal)).ToArray();
            at += shown.Length;
            yield return new TutorialStep(line + command, null, lines[command][2..], shown);
        }
    }

    [GeneratedRegex(
        @"(?:Save this as `(?<file>[^`\n]+)`[^\n]*\n\n)?^```[a-z]*\n(?<text>.*?)^```$",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}

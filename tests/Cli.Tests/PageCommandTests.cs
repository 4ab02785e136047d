using System.Text.RegularExpressions;

namespace HilBench.Cli.Tests;

/// <summary>A command that a page tells its reader to type is a command of the program, with options it has.</summary>
public sealed partial class PageCommandTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Every_command_on_a_page_can_be_given()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var page in Pages())
        {
            foreach (var command in Commands(File.ReadAllText(page)))
            {
                count++;
                var words = Word().Matches(command).Select(match => match.Value.Trim('"')).ToArray();
                var parsed = CommandLine.Root().Parse(words, new() { ResponseFileTokenReplacer = null });
                // "run" takes any word as a path, also an option that it does not have.
                var strange = parsed.CommandResult.Tokens.FirstOrDefault(token => token.Value.StartsWith('-'));
                if (parsed.Errors.Count > 0 || strange is not null)
                    wrong.Add($"{page}: hilbench {command}: {strange?.Value ?? parsed.Errors[0].Message}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(count > 50, $"Only {count} commands were found.");
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "README.md"))
            .Append(Path.Combine(Root, "features", "README.md"));

    /// <summary>In code: up to a remark, a pipe, a redirection, or a sign that the rest is left out.</summary>
    private static IEnumerable<string> Commands(string page) => Code().Matches(page)
        .Select(code => code.Groups["block"].Success ? code.Groups["block"] : code.Groups["span"])
        .SelectMany(code => code.Value.Split('\n'))
        .Select(line => Command().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value.Trim());

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HilBench.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No HilBench.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(
        "^```[a-z]*\n(?<block>.*?)^```|`(?<span>[^`]+)`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(
        """(?:^|[|$] |/)(?:hilbench|dotnet run --project bench/Cli --) ([a-z][^|>#;&…]*?)(?:  |$|[|>#;&…])""")]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}

using System.CommandLine;
using System.CommandLine.Parsing;
using HilBench.Scenarios;

namespace HilBench.Cli;

/// <summary>Words of <c>hilbench run</c> that the parser takes and nobody can have meant.</summary>
internal static class RunWords
{
    private const string Tags = "--tags";

    /// <summary>The same command, which refuses them before it does anything.</summary>
    public static Command Checked(Command run)
    {
        foreach (var argument in run.Arguments) argument.Validators.Add(DemandNames);
        foreach (var option in run.Options.Where(option => option.Name == Tags)) option.Validators.Add(DemandTags);
        return run;
    }

    private static void DemandNames(ArgumentResult result)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
            result.AddError("a PATH is empty; allowed: a feature file, a folder or file.feature:LINE");
    }

    private static void DemandTags(OptionResult result)
    {
        var text = string.Concat(result.Tokens.Select(token => token.Value));
        if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(text))
        {
            result.AddError($"{Tags} is empty, which chooses no tag; write tags such as @rollover, or leave it out");
        }
        else if (Joined(text) is { } word)
        {
            result.AddError($"{Tags} has \"{Excerpt.Of(word)}\", which is no tag; "
                + "join tags with and, or, not and parentheses, such as \"@a or @b\"");
        }
    }

    /// <summary>Two tags written as one: no tag has a comma or another @ in it.</summary>
    private static string? Joined(string text) => text.Split([' ', '\t', '(', ')'])
        .FirstOrDefault(word => word.StartsWith('@') && (word.Contains(',') || word.LastIndexOf('@') > 0));
}

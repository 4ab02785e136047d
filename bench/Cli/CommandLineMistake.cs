using System.CommandLine;
using HilBench.Input;
using HilBench.Scenarios;

namespace HilBench.Cli;

/// <summary>What is wrong with a command line, in one line that names what is allowed.</summary>
internal static class CommandLineMistake
{
    /// <summary>Null when the command line makes sense.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return null;
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var word, ..]) return $"{NameOf(command)}: {Unknown(command, word)}";

        // The last complaint is the most particular: what a validator says rather than what a parser misses.
        var error = parsed.Errors[^1];
        return error.Message.StartsWith("Required command", StringComparison.Ordinal)
            ? $"{NameOf(command)}: a command is missing; allowed: {string.Join(", ", CommandNames(command))}"
            : $"{NameOf(command)}: {error.Message} ({NameOf(command)} --help)";
    }

    /// <summary>A word the command does not know, with the nearest one that it does.</summary>
    public static string Unknown(Command command, string word)
    {
        var isOption = word.StartsWith('-');
        string[] known = isOption ? OptionNames(command) : CommandNames(command);
        if (known.Length == 0) return $"takes no arguments, but \"{Excerpt.Of(word)}\" was given";
        return $"no {(isOption ? "option" : "command")} \"{Excerpt.Of(word)}\"; "
            + $"{NearestName.Question(word, known)}allowed: {string.Join(", ", known)}";
    }

    private static string[] OptionNames(Command command) =>
        [.. command.Options.Select(option => option.Name).Append("--help").Distinct()];

    private static string[] CommandNames(Command command) => [.. command.Subcommands.Select(inner => inner.Name)];

    private static string NameOf(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "hilbench" : $"{NameOf(parent)} {command.Name}";
    }
}

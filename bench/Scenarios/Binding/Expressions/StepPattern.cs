using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Binding.Expressions;

/// <summary>The compiled sentence of a step definition: does a text match, and with which arguments.</summary>
internal sealed class StepPattern
{
    private readonly Regex _regex;
    private readonly IReadOnlyList<ParameterType>? _parameters;
    private readonly string _literalStart;

    private StepPattern(string source, Regex regex, IReadOnlyList<ParameterType>? parameters, string literalStart)
    {
        Source = source;
        _regex = regex;
        _parameters = parameters;
        _literalStart = literalStart;
    }

    /// <summary>As the step definition says it.</summary>
    public string Source { get; }

    public static StepPattern Of(string source, IReadOnlyDictionary<string, ParameterType> types)
    {
        if (!CucumberExpression.Is(source))
        {
            // A frame around the author's own does no harm, and "\$" at the end is no frame.
            var framed = new Regex($"^(?:{source})$", RegexOptions.CultureInvariant);
            return new StepPattern(source, framed, parameters: null, "");
        }

        var (pattern, parameters) = CucumberExpression.Translate(source, types);
        var literal = source[..LiteralLength(source)];
        return new StepPattern(source, new Regex(pattern, RegexOptions.CultureInvariant), parameters, literal);
    }

    /// <summary>The arguments as written, or null when the text is another sentence.</summary>
    public string[]? Match(string text)
    {
        if (!text.StartsWith(_literalStart, StringComparison.Ordinal)) return null;
        var match = _regex.Match(text);
        if (!match.Success) return null;
        // As in Reqnroll, a group that took no part in the match is no argument.
        return _parameters is null
            ? [.. match.Groups.Cast<Group>().Skip(1).Where(group => group.Success).Select(group => group.Value)]
            : [.. _parameters.Select((type, index) => Argument(match, type, index))];
    }

    /// <summary>
    /// Up to here the sentence is plain text, by which most other sentences are told apart cheaply. A choice begins at
    /// the start of its word, and its slash may stand behind other signs.
    /// </summary>
    private static int LiteralLength(string source)
    {
        var special = source.IndexOfAny(['{', '(', '/', '\\']);
        return special < 0 ? source.Length : source.LastIndexOf(' ', special) + 1;
    }

    private static string Argument(Match match, ParameterType type, int index)
    {
        var text = match.Groups["p" + index.ToString(CultureInfo.InvariantCulture)].Value;
        return type.IsQuoted ? Regex.Replace(text, """\\(["'\\])""", "$1") : text;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Binding.Expressions;

/// <summary>The compiled sentence of a step definition: does a text match, and with which arguments.</summary>
internal sealed class StepPattern
{
    private readonly Regex _regex;
    private readonly string[]? _groups;
    private readonly string _literalStart;

    private StepPattern(string source, Regex regex, string[]? groups, string literalStart)
    {
        Source = source;
        _regex = regex;
        _groups = groups;
        _literalStart = literalStart;
    }

    /// <summary>As the step definition says it.</summary>
    public string Source { get; }

    public static StepPattern Of(string source, IReadOnlyDictionary<string, ParameterType> types)
    {
        if (!CucumberExpression.Is(source))
        {
            var framed = source.StartsWith('^') ? source : "^" + source;
            if (!framed.EndsWith('$')) framed += "$";
            return new StepPattern(source, new Regex(framed, RegexOptions.CultureInvariant), groups: null, "");
        }

        var (pattern, parameters) = CucumberExpression.Translate(source, types);
        string[] groups =
            [.. Enumerable.Range(0, parameters).Select(i => "p" + i.ToString(CultureInfo.InvariantCulture))];
        var literal = source[..Math.Max(0, FirstSpecial(source))];
        return new StepPattern(source, new Regex(pattern, RegexOptions.CultureInvariant), groups, literal);
    }

    /// <summary>The arguments as written, or null when the text is another sentence.</summary>
    public string[]? Match(string text)
    {
        if (!text.StartsWith(_literalStart, StringComparison.Ordinal)) return null;
        var match = _regex.Match(text);
        if (!match.Success) return null;
        return _groups is null
            ? [.. match.Groups.Cast<Group>().Skip(1).Select(group => group.Value)]
            : [.. _groups.Select(group => Unescaped(match.Groups[group].Value))];
    }

    /// <summary>Up to here the sentence is plain text, by which most other sentences are told apart cheaply.</summary>
    private static int FirstSpecial(string source)
    {
        var special = source.IndexOfAny(['{', '(', '/', '\\']);
        if (special < 0) return source.Length;
        // A choice begins at the start of its word.
        return source[special] == '/' ? source.LastIndexOf(' ', special) + 1 : special;
    }

    private static string Unescaped(string text) =>
        text.Contains('\\') ? text.Replace("\\\"", "\"").Replace("\\'", "'").Replace(@"\\", @"\") : text;
}

using System.Text;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Binding.Expressions;

/// <summary>
/// Translates a cucumber expression to a regex: <c>{int}</c> parameters, <c>optional(s)</c>,
/// <c>alternatives/choices</c>
/// and backslash escapes. The capturing group of parameter n is <c>pn</c>.
/// </summary>
internal sealed class CucumberExpression
{
    private readonly string _text;
    private readonly IReadOnlyDictionary<string, ParameterType> _types;
    private readonly StringBuilder _regex = new("^");
    private int _at;
    private int _parameters;

    private CucumberExpression(string text, IReadOnlyDictionary<string, ParameterType> types)
    {
        _text = text;
        _types = types;
    }

    /// <exception cref="FormatException">The expression is malformed or names an unknown parameter type.</exception>
    public static (string Regex, int Parameters) Translate(
        string text, IReadOnlyDictionary<string, ParameterType> types)
    {
        var expression = new CucumberExpression(text, types);
        expression.Translate();
        return (expression._regex.Append('$').ToString(), expression._parameters);
    }

    /// <summary>
    /// Reqnroll's rule: an expression that begins with ^ or ends with $ is a regex; one with a {parameter} is not; one
    /// with the usual signs of a regex is; all else is an expression.
    /// </summary>
    public static bool Is(string text)
    {
        if (text.StartsWith('^') || text.EndsWith('$')) return false;
        if (Regex.IsMatch(text, @"\{\w*\}")) return true;
        return !Regex.IsMatch(text, @"(\([^\)]+[\*\+]\)|\.\*)") && !Regex.IsMatch(text, @"(\\\.|\\d\+)");
    }

    private void Translate()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] == ' ')
            {
                _regex.Append("\\ ");
                _at++;
                continue;
            }

            Word();
        }
    }

    /// <summary>A run without blanks: one piece, or several choices between slashes.</summary>
    private void Word()
    {
        var choices = new List<string>();
        var choice = new StringBuilder();
        while (_at < _text.Length && _text[_at] != ' ')
        {
            switch (_text[_at])
            {
                case '/':
                    _at++;
                    choices.Add(choice.ToString());
                    choice.Clear();
                    break;
                case '{':
                    choice.Append(Parameter(Inside('}')));
                    break;
                case '(':
                    choice.Append($"(?:{Regex.Escape(Unescaped(Inside(')')))})?");
                    break;
                case '\\' when _at + 1 < _text.Length:
                    choice.Append(Regex.Escape(_text[_at + 1].ToString()));
                    _at += 2;
                    break;
                default:
                    choice.Append(Regex.Escape(_text[_at++].ToString()));
                    break;
            }
        }

        choices.Add(choice.ToString());
        if (choices.Count > 1 && choices.Contains(""))
            throw new FormatException($"\"{_text}\": a choice between slashes is empty");
        _regex.Append(choices.Count == 1 ? choices[0] : $"(?:{string.Join('|', choices)})");
    }

    private string Inside(char close)
    {
        var end = _at + 1;
        while (end < _text.Length && _text[end] != close) end += _text[end] == '\\' ? 2 : 1;
        if (end >= _text.Length) throw new FormatException($"\"{_text}\": \"{_text[_at]}\" is not closed");
        var inside = _text[(_at + 1)..end];
        _at = end + 1;
        return inside;
    }

    private string Parameter(string name)
    {
        if (!_types.TryGetValue(name, out var type))
        {
            var known = string.Join(" ", _types.Keys.Order(StringComparer.Ordinal).Select(key => $"{{{key}}}"));
            throw new FormatException($"\"{_text}\": there is no parameter type {{{name}}}; there are {known}");
        }

        return type.PatternFor(_parameters++);
    }

    private static string Unescaped(string text) => Regex.Replace(text, @"\\(.)", "$1");
}

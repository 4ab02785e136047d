using System.Text;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Binding.Expressions;

/// <summary>
/// Translates a cucumber expression to a regex: <c>{int}</c> parameters, <c>optional(s)</c>,
/// <c>alternatives/choices</c> and backslash escapes. The capturing group of parameter n is <c>pn</c>. What Cucumber
/// refuses is refused here: silently matching something else would leave a sentence that no feature can say.
/// </summary>
internal sealed class CucumberExpression
{
    private const string Escapable = @"{}()\/ ";

    private readonly string _text;
    private readonly IReadOnlyDictionary<string, ParameterType> _types;
    private readonly StringBuilder _regex = new("^");
    private readonly List<ParameterType> _parameters = [];
    private int _at;

    private CucumberExpression(string text, IReadOnlyDictionary<string, ParameterType> types)
    {
        _text = text;
        _types = types;
    }

    /// <exception cref="FormatException">The expression is malformed or names an unknown parameter type.</exception>
    public static (string Regex, IReadOnlyList<ParameterType> Parameters) Translate(
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
            switch (_text[_at])
            {
                case ' ':
                    _regex.Append("\\ ");
                    _at++;
                    break;
                case '{':
                    _regex.Append(Parameter());
                    break;
                default:
                    Word();
                    break;
            }
        }
    }

    /// <summary>A run without blanks and parameters: one piece, or several choices between slashes.</summary>
    private void Word()
    {
        var choices = new List<string>();
        var choice = new StringBuilder();
        var hasText = false;
        while (_at < _text.Length && _text[_at] is not (' ' or '{'))
        {
            switch (_text[_at])
            {
                case '/':
                    _at++;
                    if (!hasText) throw Wrong("a choice between slashes is empty or optional");
                    choices.Add(choice.ToString());
                    choice.Clear();
                    hasText = false;
                    break;
                case '(':
                    choice.Append($"(?:{Regex.Escape(Optional())})?");
                    break;
                default:
                    choice.Append(Regex.Escape(Character().ToString()));
                    hasText = true;
                    break;
            }
        }

        if (choices.Count > 0 && !hasText) throw Wrong("a choice between slashes is empty or optional");
        choices.Add(choice.ToString());
        _regex.Append(choices.Count == 1 ? choices[0] : $"(?:{string.Join('|', choices)})");
    }

    /// <summary>The text between parentheses; the next place to read is behind them.</summary>
    private string Optional()
    {
        _at++;
        var inside = new StringBuilder();
        while (_at < _text.Length && _text[_at] != ')')
        {
            if (_text[_at] is '(' or '{' or '/')
                throw Wrong($"\"{_text[_at]}\" cannot stand between parentheses: only text can be optional");
            inside.Append(Character());
        }

        if (_at >= _text.Length) throw Wrong("\"(\" is not closed");
        if (inside.Length == 0) throw Wrong("there is nothing between the parentheses");
        _at++;
        return inside.ToString();
    }

    private string Parameter()
    {
        var end = _text.IndexOf('}', _at);
        if (end < 0) throw Wrong("\"{\" is not closed");
        var name = _text[(_at + 1)..end];
        _at = end + 1;
        if (!_types.TryGetValue(name, out var type))
        {
            var known = string.Join(" ", _types.Keys.Order(StringComparer.Ordinal).Select(key => $"{{{key}}}"));
            throw Wrong($"there is no parameter type {{{name}}}; there are {known}");
        }

        _parameters.Add(type);
        return type.PatternFor(_parameters.Count - 1);
    }

    /// <summary>One character that means itself, with its backslash when it has one.</summary>
    private char Character()
    {
        if (_text[_at] != '\\') return _text[_at++];
        if (_at + 1 >= _text.Length || !Escapable.Contains(_text[_at + 1]))
            throw Wrong(@"a backslash may stand before { } ( ) / \ and a blank only");
        _at += 2;
        return _text[_at - 1];
    }

    private FormatException Wrong(string what) => new($"\"{_text}\": {what}");
}

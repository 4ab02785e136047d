using System.Reflection;
using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Binding;

/// <summary>A method that makes a value of the house from words, a table or a doc string.</summary>
internal sealed class Transformation
{
    private readonly Regex? _regex;
    private readonly MethodInvoker _invoker;
    private readonly ParameterInfo[] _parameters;

    public Transformation(StepArgumentTransformationAttribute attribute, MethodInfo method)
    {
        Method = method;
        Name = attribute.Name;
        Order = attribute.Order;
        _parameters = method.GetParameters();
        _invoker = MethodInvoker.Create(method);
        PatternInSentence = attribute.Regex is null ? ".*" : Unframed(attribute.Regex);
        if (attribute.Regex is null) return;
        _regex = new Regex($"^(?:{attribute.Regex})$", RegexOptions.CultureInvariant);
        var groups = _regex.GetGroupNumbers().Length - 1;
        if (_parameters.Length != groups && (groups > 0 || _parameters.Length > 1))
        {
            throw new InvalidOperationException(
                $"{method.DeclaringType!.Name}.{method.Name} takes {_parameters.Length} arguments, "
                + $"its regex \"{attribute.Regex}\" gives {groups}.");
        }
    }

    public MethodInfo Method { get; }

    public string? Name { get; }

    public int Order { get; }

    /// <summary>What its words look like inside a sentence.</summary>
    public string PatternInSentence { get; }

    public Type Makes => Method.ReturnType;

    public bool TakesTable => _parameters is [{ ParameterType: var type }] && type == typeof(DataTable);

    /// <summary>True when it can make something of these words.</summary>
    public bool Takes(string text) =>
        _parameters.All(parameter => parameter.ParameterType != typeof(DataTable))
        && (_regex?.IsMatch(text) ?? _parameters.Length == 1);

    public object? Make(object? target, string text)
    {
        var words = _regex?.Match(text) is { Success: true, Groups.Count: > 1 } match
            ? match.Groups.Cast<Group>().Skip(1).Select(group => group.Value).ToArray()
            : [text];
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Conversion.Simple(words[i], _parameters[i].ParameterType);
        return _invoker.Invoke(target, arguments.AsSpan());
    }

    public object? Make(object? target, DataTable table) => _invoker.Invoke(target, table);

    /// <summary>Without ^ and $, which hold at the ends of a sentence only; "\$" is a dollar and stays.</summary>
    private static string Unframed(string regex)
    {
        var inner = regex.TrimStart('^');
        var isFramed = inner.EndsWith('$') && (inner[..^1].Length - inner[..^1].TrimEnd('\\').Length) % 2 == 0;
        return isFramed ? inner[..^1] : inner;
    }
}

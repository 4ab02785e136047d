using System.Globalization;

namespace HilBench.Scenarios.Binding.Expressions;

/// <summary>
/// What may stand between braces of a cucumber expression: the text it matches, and how people call it.
/// </summary>
/// <param name="Name">Between the braces; empty for <c>{}</c>.</param>
/// <param name="Pattern">A regex; <c>§</c> stands for the name of its capturing group.</param>
/// <param name="IsQuoted">Its text is written with backslashes before quotes.</param>
internal sealed record ParameterType(string Name, string Pattern, bool IsQuoted = false)
{
    private const string Whole = @"(?<§>-?\d+)";
    private const string Fraction = @"(?<§>[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:E[-+]?\d+)?)";
    private const string Quoted = """(?:"(?<§>(?:[^"\\]|\\.)*)"|'(?<§>(?:[^'\\]|\\.)*)')""";

    /// <summary>The built-in ones of Cucumber and Reqnroll.</summary>
    public static IReadOnlyDictionary<string, ParameterType> BuiltIn { get; } = new[]
    {
        new ParameterType("int", Whole),
        new ParameterType("long", Whole),
        new ParameterType("byte", Whole),
        new ParameterType("float", Fraction),
        new ParameterType("double", Fraction),
        new ParameterType("decimal", Fraction),
        new ParameterType("string", Quoted, IsQuoted: true),
        new ParameterType("word", @"(?<§>[^\s]+)"),
        new ParameterType("", "(?<§>.*)"),
    }.ToDictionary(type => type.Name);

    public string PatternFor(int index) =>
        Pattern.Replace("§", "p" + index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

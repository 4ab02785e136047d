using System.Text.RegularExpressions;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Binding;

/// <summary>A ready method for a sentence nobody defined.</summary>
internal static partial class Snippet
{
    public static string For(StepCase step)
    {
        var kind = step.Kind ?? StepKind.Given;
        var expression = ExpressionOf(step.Text);
        var parameters = new List<string>();
        foreach (Match match in Parameter().Matches(expression))
        {
            var type = match.Groups[1].Value;
            parameters.Add($"{type} {type[0]}{parameters.Count + 1}");
        }

        if (step.Table is not null) parameters.Add("DataTable table");
        if (step.DocString is not null) parameters.Add("string text");
        return $$"""
            [{{kind}}("{{Literal(expression)}}")]
            public void {{kind}}{{NameOf(expression)}}({{string.Join(", ", parameters)}})
            {
            }

            """;
    }

    /// <summary>Quoted texts become {string}, fractions {decimal}, whole numbers {int}.</summary>
    public static string ExpressionOf(string text)
    {
        var escaped = Regex.Replace(text, @"[\\(){}/]", @"\$0");
        escaped = Quoted().Replace(escaped, "{string}");
        escaped = Fraction().Replace(escaped, "{decimal}");
        return Whole().Replace(escaped, "{int}");
    }

    /// <summary>As it stands between the quotes of a C# string.</summary>
    private static string Literal(string text) => Regex.Replace(text, """[\\"]""", @"\$0");

    private static string NameOf(string expression) => string.Concat(
        Regex.Split(Parameter().Replace(expression, " "), @"[^\p{L}\p{N}]+")
            .Where(word => word.Length > 0)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex("""
        "[^"]*"|(?<!\w)'[^']*'(?!\w)
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w.])-?\d+\.\d+(?![\w.])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<![\w.])-?\d+(?![\w.])")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}

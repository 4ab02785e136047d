using System.Text;
using HilBench.Scenarios.Engine;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// The sentences as a file of TypeScript that nobody runs. The Cucumber extension of an editor reads step definitions
/// from source text, and where a bench is installed there is none of ours: from this one it completes sentences,
/// underlines unknown ones, and jumps to the line that says what a sentence means.
/// </summary>
public static class GlueText
{
    /// <summary>Cucumber knows {int}, {word} and {string} by itself.</summary>
    private const string Decimal = @"[+-]?\d+(?:\.\d+)?";

    /// <summary>The whole file.</summary>
    public static string Of(StepEngine engine)
    {
        var text = new StringBuilder();
        text.Append("// The sentences of the bench, for the Cucumber extension of an editor. Nobody runs this file.\n");
        text.Append("// Made by `hilbench steps --glue`; make it again after an update of the bench or your steps.\n");
        text.Append("import { defineParameterType, Given, When, Then } from '@cucumber/cucumber'\n\n");
        text.Append($"defineParameterType({{ name: 'decimal', regexp: /{Decimal}/ }})\n");
        foreach (var sentence in StepCatalogue.Of(engine))
        {
            text.Append('\n');
            if (sentence.Summary is { } summary) text.Append($"// {summary}\n");
            if (sentence.Needs.Count > 0) text.Append($"// needs {string.Join(", ", sentence.Needs)}\n");
            text.Append($"{sentence.Kind}({Literal(sentence.Expression)}, () => {{}})\n");
        }

        return text.ToString();
    }

    /// <summary>A cucumber expression as a string; one that is none as the regular expression it is.</summary>
    private static string Literal(string expression) => expression.StartsWith('^') || expression.EndsWith('$')
        ? $"/{expression.Replace("/", "\\/", StringComparison.Ordinal)}/"
        : $"'{expression.Replace("'", "\\'", StringComparison.Ordinal)}'";
}

using System.Text;
using Gherkin;
using Gherkin.Ast;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// What a feature says, without its spacing: two texts with the same meaning give the same cases. Lines of descriptions
/// are compared without the blanks at their ends.
/// </summary>
internal static class FeatureMeaning
{
    /// <exception cref="ParserException">It is no feature.</exception>
    public static string Of(string text)
    {
        var document = new Parser().Parse(new StringReader(text));
        var said = new StringBuilder();
        if (document.Feature is { } feature)
        {
            Add(said, "feature", feature.Language, feature.Keyword, feature.Name, Plain(feature.Description));
            Add(said, feature.Tags);
            foreach (var child in feature.Children) Add(said, child);
        }

        foreach (var comment in document.Comments) Add(said, "comment", comment.Text);
        return said.ToString();
    }

    private static void Add(StringBuilder said, IHasLocation child)
    {
        switch (child)
        {
            case Rule rule:
                Add(said, "rule", rule.Keyword, rule.Name, Plain(rule.Description));
                Add(said, rule.Tags);
                foreach (var inner in rule.Children) Add(said, inner);
                Add(said, "end of rule");
                break;
            case StepsContainer block:
                Add(said, "block", block.Keyword, block.Name, Plain(block.Description));
                foreach (var step in block.Steps) Add(said, step);
                if (block is not Scenario scenario) break;
                Add(said, scenario.Tags);
                foreach (var examples in scenario.Examples) Add(said, examples);
                break;
        }
    }

    private static void Add(StringBuilder said, Step step)
    {
        Add(said, "step", step.Keyword, step.Text);
        if (step.DocString is { } doc) Add(said, "text", doc.Delimiter, doc.ContentType ?? "", doc.Content);
        foreach (var row in step.DataTable?.Rows ?? []) Add(said, row);
    }

    private static void Add(StringBuilder said, Examples examples)
    {
        Add(said, "examples", examples.Keyword, examples.Name, Plain(examples.Description));
        Add(said, examples.Tags);
        if (examples.TableHeader is { } header) Add(said, header);
        foreach (var row in examples.TableBody ?? []) Add(said, row);
    }

    private static void Add(StringBuilder said, TableRow row) =>
        Add(said, ["row", .. row.Cells.Select(cell => cell.Value)]);

    private static void Add(StringBuilder said, IEnumerable<Tag> tags) =>
        Add(said, ["tags", .. tags.Select(tag => tag.Name)]);

    /// <summary>With lengths, so that no two lists of texts look alike.</summary>
    private static void Add(StringBuilder said, params IEnumerable<string> texts)
    {
        foreach (var text in texts) said.Append(text.Length).Append(':').Append(text).Append(' ');
        said.Append('\n');
    }

    private static string Plain(string? description) =>
        string.Join('\n', (description ?? "").Split('\n').Select(line => line.Trim())).Trim('\n');
}

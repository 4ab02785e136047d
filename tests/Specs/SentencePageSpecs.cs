using System.Text.RegularExpressions;
using HilBench.Scenarios;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.World;

namespace HilBench.Specs;

/// <summary>
/// The table of sentences in <c>features/README.md</c> and the sentences of the program are the same.
/// </summary>
public sealed partial class SentencePageSpecs
{
    private static readonly StepEngine Engine = StepEngine.Of(typeof(Bench).Assembly);

    private static readonly IReadOnlyList<(StepKind Kind, string Text)> OnThePage = [.. ReadPage()];

    [Fact]
    public void Every_sentence_of_the_catalogue_stands_on_the_page()
    {
        var missing = StepCatalogue.Of(Engine)
            .Where(sentence => !OnThePage.Any(
                written => written.Kind == sentence.Kind && PatternOf(sentence.Expression).IsMatch(written.Text)))
            .Select(sentence => $"{sentence.Kind} {sentence.Expression}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_sentence_on_the_page_can_be_written_in_a_feature()
    {
        var mistakes = OnThePage.SelectMany(written => MistakesIn(written.Kind, written.Text));
        Assert.Empty(mistakes);
    }

    private static IReadOnlyList<string> MistakesIn(StepKind kind, string sentence)
    {
        var below = sentence switch
        {
            "the display reads:" or "the display of the measuring unit reads:" => "\n\"\"\"\nAccept\n\"\"\"",
            _ when sentence.EndsWith(':') => "\n| name | value |\n| tariff index | 02 |",
            _ => "",
        };
        using var text = new StringReader($"Feature: a page\nScenario: a row\n{kind} {sentence}{below}\n");
        try
        {
            new StepCheck(Engine).Check(FeatureReader.Parse(text, "features/README.md", Engine));
            return [];
        }
        catch (FeatureMistakesException wrong)
        {
            return wrong.Mistakes;
        }
    }

    /// <summary>
    /// The code in the second column; the first column has the keyword, or is empty when it is the one above.
    /// </summary>
    private static IEnumerable<(StepKind Kind, string Text)> ReadPage()
    {
        var page = Checkout.Read("features/README.md");
        var kind = StepKind.Given;
        foreach (var line in page[page.IndexOf("## The sentences", StringComparison.Ordinal)..].Split('\n'))
        {
            var cells = line.Split('|');
            if (cells.Length < 4) continue;
            if (Enum.TryParse<StepKind>(cells[1].Trim(), out var said)) kind = said;
            foreach (Match code in Code().Matches(cells[2])) yield return (kind, code.Groups[1].Value);
        }
    }

    /// <summary>What a sentence of the catalogue looks like when its parameters have values.</summary>
    private static Regex PatternOf(string expression) => new($"^{Piece().Replace(expression, PatternOf)}$");

    private static string PatternOf(Match piece) => piece.Groups["parameter"] is { Success: true, Value: var type }
        ? type switch
        {
            "int" => @"-?\d+",
            "decimal" => @"-?\d+(\.\d+)?",
            "string" => "\"[^\"]*\"",
            _ => @"\S+",
        }
        : piece.Groups["optional"] is { Success: true, Value: var letters }
            ? $"({letters})?"
            : Regex.Escape(piece.Value);

    [GeneratedRegex(@"\{(?<parameter>\w+)\}|\((?<optional>\w+)\)|[^{(]+")]
    private static partial Regex Piece();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

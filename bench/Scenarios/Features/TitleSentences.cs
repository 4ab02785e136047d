using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>
/// A step on the line of a title is part of the title. A background has hardly another title than one that was meant as
/// a step; of the others only a keyword with a sentence of the bench behind it is none.
/// </summary>
internal sealed class TitleSentences(Reading reading)
{
    public IEnumerable<(int Line, string What)> In(Feature feature) =>
        Said(feature, same => same).Concat(feature.Children.SelectMany(Below));

    private IEnumerable<(int Line, string What)> Below(IHasLocation child) => child switch
    {
        Rule rule => Said(rule, same => same).Concat(rule.Children.SelectMany(Below)),
        Scenario scenario => Said(scenario, ExampleRow.FirstOf(scenario).FillIn)
            .Concat(scenario.Examples.SelectMany(one => Said(one, ExampleRow.FirstOf(scenario).FillIn))),
        IHasDescription other => Said(other, same => same),
        _ => [],
    };

    private IEnumerable<(int Line, string What)> Said(IHasDescription owner, Func<string, string> fill)
    {
        if (string.IsNullOrEmpty(owner.Name) || Step(owner, fill) is not { } step) yield break;
        var where = owner switch
        {
            Feature or Rule => $"below a {reading.Dialect.ScenarioKeywords[^1]}",
            Examples => "above the examples",
            _ => "below it",
        };
        yield return (((IHasLocation)owner).Location.Line,
            $"\"{Excerpt.Of($"{owner.Keyword}: {owner.Name}")}\": a step on the line of a title would never run; "
            + $"write \"{Excerpt.Of(step)}\" on a line of its own {where}");
    }

    /// <summary>The step to write; null when the title is one.</summary>
    private string? Step(IHasDescription owner, Func<string, string> fill)
    {
        var start = reading.StartOf(owner.Name);
        if (reading.Says(owner.Name, fill) is { } said)
        {
            var before = said.Before.Trim(' ', '-', '*', '+', ':', '.', '"', '(', '[');
            var isStep = before.Length == 0 ? owner is Background : reading.IsKeyword(before);
            if (!isStep || (owner is Feature && IsTold(said.Sentence, start))) return null;
            return owner.Name.EndsWith(said.Sentence, StringComparison.Ordinal) || start is null
                ? reading.AsStep(said.Before, said.Sentence, previous: null)
                : reading.AsStep(start.Word, start.Rest, previous: null, said.Sentence);
        }

        return owner is Background && start is { Spelling: Spelling.Exact, HasMark: false }
            && reading.Book.IsVeryNear(start.Rest) ? reading.AsStep(start.Word, start.Rest, previous: null) : null;
    }

    /// <summary>A feature may well be called "When the mains fails".</summary>
    private static bool IsTold(string sentence, StepStart? start) =>
        start?.Kind != StepKind.Then && !sentence.Any(character => char.IsDigit(character) || character == '"');
}

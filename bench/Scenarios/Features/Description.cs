using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>Who a description belongs to, which decides what prose may stand in it.</summary>
internal enum DescriptionOf
{
    /// <summary>A feature or a rule: here people write stories.</summary>
    Chapter,

    /// <summary>A scenario or background: steps are wanted here.</summary>
    Steps,

    /// <summary>Examples: a table is wanted here, and Gherkin takes even a well-written step for prose.</summary>
    Examples,
}

/// <summary>The lines under a title that Gherkin reads as prose, each with its place.</summary>
/// <param name="Owner">Whose description.</param>
/// <param name="Word">The keyword of the owner, for messages, in small letters.</param>
/// <param name="Lines">Without empty ones.</param>
/// <param name="Fill">Puts the first example row into a line of an outline.</param>
internal sealed record Description(
    DescriptionOf Owner, string Word, IReadOnlyList<DescriptionLine> Lines, Func<string, string> Fill)
{
    /// <summary>All descriptions of a feature that are not empty, in the order of the file.</summary>
    public static IReadOnlyList<Description> AllOf(Feature feature, string[] lines)
    {
        var all = new List<Description>();
        Add(all, feature, DescriptionOf.Chapter, "feature", lines, same => same);
        AddBelow(all, feature.Children, lines);
        return all;
    }

    private static void AddBelow(List<Description> all, IEnumerable<IHasLocation> children, string[] lines)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Rule rule:
                    Add(all, rule, DescriptionOf.Chapter, "rule", lines, same => same);
                    AddBelow(all, rule.Children, lines);
                    break;
                case Background background:
                    Add(all, background, DescriptionOf.Steps, "background", lines, same => same);
                    break;
                case Scenario scenario:
                    var first = ExampleRow.FirstOf(scenario);
                    Add(all, scenario, DescriptionOf.Steps, "scenario", lines, first.FillIn);
                    foreach (var examples in scenario.Examples)
                        Add(all, examples, DescriptionOf.Examples, "examples", lines, first.FillIn);
                    break;
            }
        }
    }

    private static void Add(
        List<Description> all, IHasDescription owner, DescriptionOf kind, string word, string[] lines,
        Func<string, string> fill)
    {
        if (owner.Description is not { Length: > 0 } text) return;
        var found = new List<DescriptionLine>();
        var at = ((IHasLocation)owner).Location.Line;
        var isFirst = true;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0)
            {
                isFirst = true;
                continue;
            }

            at = LineOf(line, lines, at);
            var column = lines[at - 1].IndexOf(line, StringComparison.Ordinal) + 1;
            found.Add(new DescriptionLine(at, column, line, isFirst));
            isFirst = false;
        }

        if (found.Count > 0) all.Add(new Description(kind, word, found, fill));
    }

    /// <summary>Where the text stands; the parser keeps no places of description lines.</summary>
    private static int LineOf(string text, string[] lines, int after)
    {
        for (var i = after; i < lines.Length; i++)
        {
            if (lines[i].Trim() == text) return i + 1;
        }

        return after;
    }
}

/// <summary>One line of a description.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Column">Where its text begins there, counted from 1.</param>
/// <param name="Text">Without blanks around it.</param>
/// <param name="BeginsParagraph">Nothing, or an empty line, stands above it.</param>
internal sealed record DescriptionLine(int Line, int Column, string Text, bool BeginsParagraph);

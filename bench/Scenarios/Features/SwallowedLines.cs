using Gherkin.Ast;

namespace HilBench.Scenarios.Features;

/// <summary>
/// Gherkin takes whatever it does not know for a description, so a mistyped keyword makes a promise vanish and the run
/// green. Here such lines are mistakes. What decides is what a line says, a sentence of the bench above all: words that
/// merely look like a keyword are left to those who write prose.
/// </summary>
internal sealed class SwallowedLines
{
    private readonly List<(int Line, string Text, string What)> _mistakes = [];
    private readonly Reading _reading;

    private SwallowedLines(Reading reading) => _reading = reading;

    /// <summary>Each line that was meant as a step or as a title, and what is wrong with it.</summary>
    public static IEnumerable<(int Line, string What)> In(Feature feature, string[] lines, Reading reading)
    {
        var search = new SwallowedLines(reading);
        foreach (var description in Description.AllOf(feature, lines)) search.Search(description);
        foreach (var step in feature.Children.SelectMany(StepsOf)) search.Search(step);
        return search._mistakes.Select(mistake => (mistake.Line, $"\"{Excerpt.Of(mistake.Text)}\" {mistake.What}"));
    }

    private static IEnumerable<Step> StepsOf(IHasLocation child) => child switch
    {
        StepsContainer container => container.Steps,
        Rule rule => rule.Children.SelectMany(StepsOf),
        _ => [],
    };

    private void Search(Description description)
    {
        var isStory = description.Owner == DescriptionOf.Chapter;
        var left = SearchTitles(description, isStory ? SwallowedStory.Told(description.Lines) : description.Lines);
        var found = isStory
            ? new SwallowedStory(_reading).In(description, left)
            : new SwallowedSteps(_reading).In(description, left);
        foreach (var (line, what) in found) Add(line, what);
    }

    /// <summary>A doc string that is closed too late takes the steps between for its text.</summary>
    private void Search(Step step)
    {
        if (step.DocString is not { } doc) return;
        var lines = doc.Content.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var said = lines[at].Trim();
            if (!_reading.BeginsLikeStep(said) || _reading.Book.Known(_reading.StartOf(said)!.Rest) is null) continue;
            _mistakes.Add((doc.Location.Line + 1 + at, said,
                $"stands inside the doc string that begins on line {doc.Location.Line}, so it would never run; "
                + $"write {doc.Delimiter} on a line of its own above it"));
        }
    }

    /// <summary>Names misspelt titles and returns the lines that do not stand below one.</summary>
    private List<DescriptionLine> SearchTitles(Description description, IReadOnlyList<DescriptionLine> lines)
    {
        var titles = lines.Select(line => BlockHeader.Of(line.Text, _reading.Dialect)).ToArray();
        var left = new List<DescriptionLine>();
        for (var at = 0; at < lines.Count; at++)
        {
            // A scenario ends where the next begins; its examples belong to it.
            var end = titles[at] is null ? at : at + 1;
            while (end > at && end < lines.Count && titles[end] is not { HasColon: true, OwnsTable: false }) end++;
            DescriptionLine[] below = end > at ? [.. lines.Take(end).Skip(at + 1)] : [];
            if (titles[at] is not { } title || !IsMeant(title, description, lines[at], below))
            {
                left.Add(lines[at]);
                continue;
            }

            Add(lines[at], $"is read as a description; did you mean \"{title.Keyword}:\"?");
            at = end - 1;
        }

        return left;
    }

    private bool IsMeant(
        BlockHeader title, Description description, DescriptionLine line, IReadOnlyList<DescriptionLine> below)
    {
        if (title is { OwnsTable: true, IsRight: false } && below.Any(row => row.Text.StartsWith('|'))) return true;
        if (title.IsSlip) return true;
        if (IsSecondTitle(title, description, line)) return true;
        if (title.OwnsTable || description.Owner != DescriptionOf.Chapter) return false;
        if (title.HasColon) return below.Any(next => ReadsAsStep(next, description));
        // Without its colon a title is told from prose by a step directly below it.
        return !line.Text.EndsWith('.') && below.Take(1).Any(next => ReadsAsStep(next, description));
    }

    /// <summary>
    /// A scenario directly below the title of one without steps, its colon forgotten. Prose goes on in small letters.
    /// </summary>
    private bool IsSecondTitle(BlockHeader title, Description description, DescriptionLine line)
    {
        if (description is not { Owner: DescriptionOf.Steps, Lines.Count: 1 } || title.IsRight) return false;
        var keyword = _reading.Dialect.ScenarioOutlineKeywords.Append(_reading.Dialect.ScenarioKeywords[^1])
            .FirstOrDefault(word => line.Text.StartsWith(word, StringComparison.Ordinal));
        if (keyword is null || line.Text.EndsWith('.')) return false;
        var behind = line.Text[keyword.Length..];
        return behind.Length > 0 && !char.IsLetter(behind[0])
            && (title.HasColon || behind.FirstOrDefault(char.IsLetterOrDigit) is var first && !char.IsLower(first));
    }

    /// <summary>Below something like a title: a step as it should be, or one with a slip.</summary>
    private bool ReadsAsStep(DescriptionLine line, Description description) =>
        _reading.BeginsLikeStep(line.Text)
        || _reading.Says(line, description) is not null
        || _reading.StartOf(line.Text) is { Spelling: Spelling.Slip, IsAnotherWord: false, Kind: not null };

    private void Add(DescriptionLine line, string what) => _mistakes.Add((line.Line, line.Text, what));
}

namespace HilBench.Scenarios.Features;

/// <summary>
/// Steps in the description of a feature or rule, where a title above them is missing. Here people write stories, in
/// which many a line begins with And or ends in the words of a sentence: only keyword and sentence together count.
/// </summary>
internal sealed class SwallowedStory(Reading reading)
{
    private static readonly string[] Fences = ["```", "\"\"\"", "~~~"];

    /// <summary>The lines outside fences; between them a story shows what a feature looks like.</summary>
    public static List<DescriptionLine> Told(IReadOnlyList<DescriptionLine> lines)
    {
        var outside = new List<DescriptionLine>();
        string? fence = null;
        for (var at = 0; at < lines.Count; at++)
        {
            var mark = Array.Find(Fences, one => lines[at].Text.StartsWith(one, StringComparison.Ordinal));
            if (fence is null && (mark is null || !IsClosed(lines, at, mark))) outside.Add(lines[at]);
            else if (fence is null) fence = mark;
            else if (mark == fence) fence = null;
        }

        return outside;
    }

    /// <summary>Each line that was meant as a step, and what is to be said of it.</summary>
    public IEnumerable<(DescriptionLine Line, string What)> In(Description description, List<DescriptionLine> lines)
    {
        var sentences = lines.Select(line => Sentence(line, description)).ToArray();
        var begins = lines.Select(line => reading.BeginsLikeStep(line.Text)).ToArray();
        for (var at = 0; at < lines.Count; at++)
        {
            var (first, last) = Paragraph(lines, at);
            var areAllSteps = Enumerable.Range(first, last - first + 1).All(line => begins[line]);
            var isPromise = sentences[at] is { } sentence
                && (areAllSteps || HasValues(sentence, at < last ? lines[at + 1].Text : ""));
            var hasNeighbour = begins[at] && ((at > first && begins[at - 1]) || (at < last && begins[at + 1]));
            if (!isPromise && !(hasNeighbour && KeywordsIn(lines, first, last) > (areAllSteps ? 0 : 1))) continue;
            yield return (lines[at], $"stands in the description of the {description.Word}, so it would never run; "
                + $"write \"{reading.Dialect.BackgroundKeywords[0]}:\" or "
                + $"\"{reading.Dialect.ScenarioKeywords[^1]}:\" above it");
        }
    }

    private static bool IsClosed(IReadOnlyList<DescriptionLine> lines, int open, string mark) =>
        lines.Skip(open + 1).Any(line => line.Text.StartsWith(mark, StringComparison.Ordinal));

    /// <summary>The sentence of the bench that stands behind a keyword of any language and nothing else.</summary>
    private string? Sentence(DescriptionLine line, Description description)
    {
        if (reading.Says(line, description) is not { Before.Length: > 0 } said) return null;
        var before = said.Before.Trim();
        if (reading.StartOf(before) is { Rest.Length: 0, HasMark: false, IsAnotherWord: false }) return said.Sentence;
        return StepStart.Of(before, StepKeywords.OfAnyLanguage) is
            { Rest.Length: 0, HasMark: false, Spelling: Spelling.Exact }
            ? said.Sentence
            : null;
    }

    /// <summary>A number, a quoted text or a table: nobody tells these in passing.</summary>
    private static bool HasValues(string sentence, string next) =>
        sentence.Any(character => char.IsDigit(character) || character == '"')
        || (sentence.EndsWith(':') && (next.StartsWith('|') || next.StartsWith("\"\"\"", StringComparison.Ordinal)));

    /// <summary>How many lines begin with Given, When or Then: And and But begin many a line of a story.</summary>
    private int KeywordsIn(List<DescriptionLine> lines, int first, int last) =>
        lines.Skip(first).Take(last - first + 1)
            .Count(line => reading.StartOf(line.Text) is { Spelling: Spelling.Exact, Kind: not null });

    private static (int First, int Last) Paragraph(List<DescriptionLine> lines, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && !lines[first].BeginsParagraph) first--;
        while (last + 1 < lines.Count && !lines[last + 1].BeginsParagraph) last++;
        return (first, last);
    }
}

namespace HilBench.Scenarios.Features;

/// <summary>
/// Steps in the description of a feature or rule, where a title above them is missing. Here people write stories, in
/// which many a line begins with And or ends in the words of a sentence: only keyword and sentence together count,
/// or a paragraph of nothing but sentences.
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
        var told = lines.Select(line => new StoryLine(line, description, reading)).ToArray();
        for (var at = 0; at < lines.Count; at++)
        {
            var (first, last) = Paragraph(lines, at);
            var areAllSteps = told[first..(last + 1)].All(line => line.MayBeStep);
            var around = new StoryParagraph(
                areAllSteps,
                IsIntroduced: first > 0 && lines[first - 1].Text.EndsWith(':'),
                IsEndOfTale: at == last && at > first && lines[at - 1].Text[^1] is '.' or ':' or '!' or '?',
                HasSeveralLines: last > first,
                Next: at < last ? lines[at + 1].Text : "");
            var hasNeighbour = told[at].IsStep
                && ((at > first && told[at - 1].IsStep) || (at < last && told[at + 1].IsStep));
            var keywords = told[first..(last + 1)].Count(line => line.HasMainKeyword);
            if (!told[at].IsPromise(around) && !(hasNeighbour && keywords > (areAllSteps ? 0 : 1))) continue;
            yield return (lines[at], $"stands in the description of the {description.Word}, so it would never run; "
                + $"write \"{reading.Dialect.BackgroundKeywords[0]}:\" or "
                + $"\"{reading.Dialect.ScenarioKeywords[^1]}:\" above it");
        }
    }

    private static bool IsClosed(IReadOnlyList<DescriptionLine> lines, int open, string mark) =>
        lines.Skip(open + 1).Any(line => line.Text.StartsWith(mark, StringComparison.Ordinal));

    private static (int First, int Last) Paragraph(List<DescriptionLine> lines, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && !lines[first].BeginsParagraph) first--;
        while (last + 1 < lines.Count && !lines[last + 1].BeginsParagraph) last++;
        return (first, last);
    }
}

using Gherkin;

namespace HilBench.Scenarios.Features;

/// <summary>
/// Steps of another language than the file's, with sentences that the bench need not know. One line may begin with such
/// a word by chance; two in a row, one of them with a Given, When or Then, hardly do.
/// </summary>
internal static class ForeignSteps
{
    private static readonly Lazy<IReadOnlyList<(string Language, StepKeywords Keywords)>> Languages = new(() =>
        [.. StepKeywords.EveryLanguage.Select(dialect => (dialect.Language, new StepKeywords(dialect)))]);

    /// <summary>By the number of the line what is to be said of it.</summary>
    public static IReadOnlyDictionary<int, string> In(DescriptionLine[] lines, GherkinDialect dialect)
    {
        var found = new Dictionary<int, string>();
        if (lines.Length < 2) return found;
        foreach (var (language, keywords) in Languages.Value)
        {
            if (language == dialect.Language) continue;
            var starts = lines.Select(line => Start(line.Text, keywords)).ToArray();
            for (var at = 0; at < lines.Length; at++)
            {
                var end = at;
                while (end < lines.Length && starts[end] is not null) end++;
                if (end - at > 1 && lines[at].BeginsParagraph && starts[at..end].Any(start => start?.Kind is not null))
                {
                    for (var line = at; line < end; line++)
                        found.TryAdd(lines[line].Line, Told(starts[line]!.Value.Keyword, language));
                }

                at = Math.Max(at, end - 1);
            }
        }

        return found;
    }

    private static (string Keyword, StepKind? Kind)? Start(string line, StepKeywords keywords)
    {
        foreach (var (keyword, kind) in keywords.All)
        {
            if (line.Length > keyword.Length && line.StartsWith(keyword, StringComparison.Ordinal))
                return (keyword.Trim(), kind);
        }

        return null;
    }

    private static string Told(string keyword, string language) =>
        $"is read as a description, so it would never run; \"{keyword}\" begins a step in another language: "
        + $"write \"# language: {language}\" as the first line of the file";
}

using Gherkin;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>What a line is judged by: the language of its file and the sentences of the bench.</summary>
internal sealed class Reading(GherkinDialect dialect, SentenceBook book)
{
    public GherkinDialect Dialect { get; } = dialect;

    public StepKeywords Keywords { get; } = new(dialect);

    public SentenceBook Book { get; } = book;

    /// <summary>The beginning of a step, when the line has one.</summary>
    public StepStart? StartOf(string line) => StepStart.Of(line, Keywords);

    /// <summary>The sentence of the bench that ends this line, the values of an outline filled in.</summary>
    public SentenceAtTheEnd? Says(DescriptionLine line, Description description) => Says(line.Text, description.Fill);

    /// <inheritdoc cref="Says(DescriptionLine, Description)"/>
    public SentenceAtTheEnd? Says(string text, Func<string, string> fill) => SentenceAtTheEnd.Of(text, Book)
        ?? (text.Contains('<', StringComparison.Ordinal) ? SentenceAtTheEnd.Of(fill(text), Book) : null);

    /// <summary>A keyword as it should be, and something behind it.</summary>
    public bool BeginsLikeStep(string line) =>
        StartOf(line) is { Spelling: Spelling.Exact, HasMark: false, Behind: ' ' or '\t' or ':' };

    /// <summary>These words are a keyword, in any language, and nothing else; "A" is one of Slovak.</summary>
    public bool IsKeyword(string words) =>
        StartOf(words) is { Rest.Length: 0, HasMark: false, IsAnotherWord: false }
        || StepStart.Of(words, StepKeywords.OfAnyLanguage) is
            { Rest.Length: 0, HasMark: false, Spelling: Spelling.Exact, Word.Length: > 1 };

    /// <summary>
    /// The sentence as a step: under the keyword that stands before it, well or badly spelt, or else under one that
    /// follows from the step before. Never under one that the sentence is not defined for.
    /// </summary>
    /// <param name="before">What stands before the sentence.</param>
    /// <param name="sentence">As it is to be written.</param>
    /// <param name="previous">What the step before is.</param>
    /// <param name="filled">The sentence with the values of a row.</param>
    public string AsStep(string before, string sentence, StepKind? previous, string? filled = null)
    {
        var kinds = Book.KindsNear(filled ?? sentence);
        if (KeywordIn(before) is var (keyword, kind))
        {
            var wanted = kind ?? previous;
            if (kinds.Count == 0 || (wanted is { } one && kinds.Contains(one))) return $"{keyword} {sentence}";
        }

        StepKind[] order = previous is null or StepKind.Given
            ? [StepKind.Given, StepKind.When, StepKind.Then]
            : [StepKind.Then, StepKind.When, StepKind.Given];
        var fits = order.Where(kinds.Contains).DefaultIfEmpty(previous ?? StepKind.Given).First();
        return $"{Keywords.For(fits)} {sentence}";
    }

    /// <summary>What a step that was written out is, the one before it counted.</summary>
    public StepKind? KindOf(string step, StepKind? previous) => StartOf(step)?.Kind ?? previous;

    private (string Keyword, StepKind? Kind)? KeywordIn(string before)
    {
        var words = OddCharacters.Plain(before);
        // A word such as "than" is a slip of Then where nothing but a sentence follows.
        if (StartOf(words) is { } start && (!start.IsAnotherWord || start.Word.Length == words.Length))
            return (start.Keyword, start.Kind);
        if (StepStart.Of(words, StepKeywords.OfAnyLanguage) is { Spelling: Spelling.Exact, Kind: { } foreign })
            return (Keywords.For(foreign), foreign);
        foreach (var word in words.Split(' ').Reverse())
        {
            if (StartOf(word) is { Spelling: not Spelling.Slip, Rest.Length: 0 } inside)
                return (inside.Keyword, inside.Kind);
        }

        return null;
    }
}

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
    public SentenceAtTheEnd? Says(DescriptionLine line, Description description) =>
        SentenceAtTheEnd.Of(line.Text, Book)
        ?? (line.Text.Contains('<', StringComparison.Ordinal)
            ? SentenceAtTheEnd.Of(description.Fill(line.Text), Book)
            : null);

    /// <summary>A keyword as it should be, and something behind it.</summary>
    public bool BeginsLikeStep(string line) =>
        StartOf(line) is { Spelling: Spelling.Exact, HasMark: false, Behind: ' ' or '\t' or ':' };

    /// <summary>These words are a keyword, in any language, and nothing else.</summary>
    public bool IsKeyword(string words) =>
        StartOf(words) is { Rest.Length: 0, HasMark: false, IsAnotherWord: false }
        || StepStart.Of(words, StepKeywords.OfAnyLanguage) is
            { Rest.Length: 0, HasMark: false, Spelling: Spelling.Exact };

    /// <summary>The sentence under the keyword it was given, or else under one that it may stand under.</summary>
    public string AsStep(StepStart? start, SentenceAtTheEnd said)
    {
        var isKeyword = start is { HasMark: false, IsAnotherWord: false } && said.Before.Length > 0;
        return isKeyword ? $"{start!.Keyword} {said.Sentence}" : AsStep(said.Sentence);
    }

    /// <summary>The sentence under a keyword that it may stand under.</summary>
    public string AsStep(string sentence)
    {
        var kinds = Book.KindsOf(sentence);
        return $"{Keywords.For(kinds.Count > 0 ? kinds.Min() : StepKind.Given)} {sentence}";
    }
}

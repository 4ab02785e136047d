using System.Runtime.CompilerServices;

namespace HilBench.Scenarios.Sentences;

/// <summary>
/// What can be asked about a text and the sentences of the bench: whether it is one of them, has the words of one, or
/// is near one.
/// </summary>
internal sealed class SentenceBook
{
    /// <summary>From here on most of what was said is in the sentence too.</summary>
    private const double Nearly = 0.5;

    private const double VeryNearly = 0.75;

    /// <summary>No sentence is longer, and a text of a megabyte is nobody's slip.</summary>
    public const int Longest = 500;

    private static readonly ConditionalWeakTable<ISentences, SentenceBook> Books = [];

    private readonly ISentences _sentences;
    private readonly Lazy<IReadOnlyList<SentenceShape>> _shapes;
    private readonly Lazy<NearestSentence> _nearest;

    private SentenceBook(ISentences sentences)
    {
        _sentences = sentences;
        _shapes = new(() => [.. sentences.All.Select(one => one.Expression).Distinct()
            .Select(SentenceShape.Of).OfType<SentenceShape>()]);
        _nearest = new(() => new NearestSentence(sentences.All));
    }

    /// <summary>One for each bench, however many files are read for it.</summary>
    public static SentenceBook Of(ISentences sentences) =>
        Books.GetValue(sentences, static known => new SentenceBook(known));

    /// <summary>The sentence as the bench knows it: it may have been written with a capital.</summary>
    public string? Known(string text)
    {
        if (text.Length is 0 or > Longest) return null;
        if (_sentences.KindsOf(text).Count > 0) return text;
        if (!char.IsUpper(text[0])) return null;
        var small = char.ToLowerInvariant(text[0]) + text[1..];
        return _sentences.KindsOf(small).Count > 0 ? small : null;
    }

    public IReadOnlyCollection<StepKind> KindsOf(string text) => _sentences.KindsOf(text);

    /// <summary>The kinds of this sentence, or of the one that can hardly not have been meant.</summary>
    public IReadOnlyCollection<StepKind> KindsNear(string text)
    {
        if (text.Length > Longest) return [];
        if (_sentences.KindsOf(text) is { Count: > 0 } known) return known;
        var near = VeryNear(text);
        return near is null
            ? []
            : [.. _sentences.All.Where(one => one.Expression == near).SelectMany(one => one.Kinds).Distinct()];
    }

    /// <summary>
    /// The sentences that have the words of this text, but for slips of the hand when they are allowed, each with what
    /// stands in place of its parameters.
    /// </summary>
    public IEnumerable<(SentenceShape Shape, IReadOnlyList<string> Values)> Shaped(string text, bool slips = false)
    {
        if (text.Length > Longest) yield break;
        var words = SentenceShape.WordsOf(text);
        foreach (var shape in _shapes.Value)
        {
            if (shape.Match(words, slips) is { } values) yield return (shape, values);
        }
    }

    /// <summary>But for slips of the hand the words of a sentence, and a number or a quoted text among them.</summary>
    public bool IsShapedWithValue(string text) => Shaped(text, slips: true)
        .Any(one => one.Values.Any(word => word.Any(char.IsDigit) || word[0] is '"' or '\'' or '<'));

    /// <summary>The sentence that this text is when articles are put in; null when it is none.</summary>
    public string? WithArticles(string text)
    {
        if (text.Length > Longest) return null;
        var words = SentenceShape.WordsOf(text);
        return _shapes.Value.Select(shape => shape.WithArticles(words)).OfType<string>()
            .Select(Known).FirstOrDefault(known => known is not null);
    }

    /// <summary>The sentence with these words, any number of them for each parameter.</summary>
    public (SentenceShape Shape, IReadOnlyList<string> Values)? ShapedWidely(string text)
    {
        if (text.Length > Longest) return null;
        var words = SentenceShape.WordsOf(text);
        foreach (var shape in _shapes.Value)
        {
            if (shape.MatchWidely(words) is { } values) return (shape, values);
        }

        return null;
    }

    /// <summary>The sentence that can hardly not have been meant; null when none is so near.</summary>
    public string? VeryNear(string text) => Shaped(text, slips: true).FirstOrDefault().Shape?.Expression
        ?? (_nearest.Value.To(text, kind: null) is { Expression: { } near, Likeness: >= VeryNearly } ? near : null);

    /// <summary>Worth a "did you mean"; null when nothing is near.</summary>
    public string? Nearest(string text, StepKind kind) =>
        _nearest.Value.To(text, kind) is { Expression: { } expression, Likeness: >= Nearly } ? expression : null;

    /// <summary>True when hardly anything else can have been meant.</summary>
    public bool IsVeryNear(string text) => text.Length <= Longest && VeryNear(text) is not null;
}

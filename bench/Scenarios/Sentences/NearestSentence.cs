using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Sentences;

/// <summary>
/// The sentence of the bench that shares most words with a text. A word that stands in many sentences, such as "the" or
/// "is", says little; one that stands in few, such as "mains", says much.
/// </summary>
internal sealed partial class NearestSentence
{
    private const double ElsewhereCounts = 0.8;
    private const int MostWords = 40;
    private const int LongestWord = 40;
    private const int ShortestStem = 4;

    private static readonly char[] Separators = [' ', '(', ')', '/', ':', '"', '\'', '.', ',', '\t'];

    private readonly IReadOnlyList<(KnownSentence Sentence, string[] Words)> _sentences;
    private readonly Dictionary<string, double> _weights;

    public NearestSentence(IReadOnlyList<KnownSentence> sentences)
    {
        _sentences = [.. sentences.Select(sentence => (sentence, WordsOf(sentence.Expression)))];
        _weights = _sentences.SelectMany(sentence => sentence.Words.Distinct()).GroupBy(word => word)
            .ToDictionary(word => word.Key, word => Math.Log(1 + ((double)_sentences.Count / word.Count())));
    }

    /// <summary>
    /// The nearest sentence and how near it is: 0 nothing in common, 1 the same words. One that may not stand where the
    /// text does is nearest only when no other is nearly as near.
    /// </summary>
    public (string? Expression, double Likeness) To(string text, StepKind? kind)
    {
        var wanted = WordsOf(text);
        var best = ((string?)null, 0.0);
        if (wanted.Length == 0) return best;
        foreach (var (sentence, words) in _sentences)
        {
            var likeness = Likeness(wanted, words);
            if (kind is { } one && !sentence.Kinds.Contains(one)) likeness *= ElsewhereCounts;
            if (likeness > best.Item2) best = (sentence.Expression, likeness);
        }

        return best;
    }

    /// <summary>Shared weight against all weight; each word of the sentence is shared once.</summary>
    private double Likeness(string[] wanted, string[] known)
    {
        var left = known.ToList();
        var shared = 0.0;
        foreach (var word in wanted)
        {
            var at = left.FindIndex(other => other == word);
            if (at < 0) at = left.FindIndex(other => IsLike(word, other));
            if (at < 0) continue;
            shared += 2 * WeightOf(left[at]);
            left.RemoveAt(at);
        }

        return shared / (wanted.Sum(word => WeightOf(Meant(word, known))) + known.Sum(WeightOf));
    }

    private static string Meant(string word, string[] known) =>
        known.Contains(word) ? word : known.FirstOrDefault(other => IsLike(word, other)) ?? word;

    /// <summary>A word that stands in no sentence is no filler, whatever else it is.</summary>
    private double WeightOf(string word) =>
        _weights.GetValueOrDefault(word, Math.Log(1 + (double)_sentences.Count) / 2);

    /// <summary>A slip of the hand, or another ending.</summary>
    private static bool IsLike(string word, string known) => SentenceShape.IsSlip(word, known)
        || (Math.Abs(word.Length - known.Length) <= 2 && Math.Min(word.Length, known.Length) >= ShortestStem
            && (word.StartsWith(known, StringComparison.Ordinal) || known.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>
    /// Without parameters, which is what stands in quotes, and numbers; a long text is judged by its beginning.
    /// </summary>
    private static string[] WordsOf(string text) =>
        [.. Quoted().Replace(Optional().Replace(text[..Math.Min(text.Length, MostWords * LongestWord)], "$1"), " ")
            .ToLowerInvariant()
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word[0] != '{' && word[0] != '<' && !word.Any(char.IsDigit) && word.Length <= LongestWord)
            .Take(MostWords)];

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    /// <summary>The s of minute(s) belongs to the word.</summary>
    [GeneratedRegex(@"\((\w{1,5})\)")]
    private static partial Regex Optional();
}

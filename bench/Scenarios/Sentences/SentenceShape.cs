using System.Text.RegularExpressions;
using HilBench.Input;

namespace HilBench.Scenarios.Sentences;

/// <summary>
/// One sentence of the bench with room for anything where its parameters are: <c>the meter holds ten kWh</c> has the
/// shape of <c>the meter holds {decimal} kWh</c>, though no number is in it.
/// </summary>
internal sealed partial class SentenceShape
{
    private readonly string[][] _words;

    private SentenceShape(string expression, string[][] words)
    {
        Expression = expression;
        _words = words;
        Parameters = [.. Parameter().Matches(expression).Select(match => match.Groups[1].Value)];
        EndsInWords = words[^1].Length > 0;
    }

    /// <summary>As its author wrote it.</summary>
    public string Expression { get; }

    /// <summary>What stands between the braces, in order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>True when words follow the last parameter, so that the end of the sentence is known.</summary>
    public bool EndsInWords { get; }

    /// <summary>Null for a sentence written as a regular expression, which has no words to compare.</summary>
    public static SentenceShape? Of(string expression)
    {
        if (expression.IndexOfAny(['^', '$', '*', '+', '?', '[', ']', '|', '\\']) >= 0) return null;
        var words = expression.Split(' ').Select(Choices).ToArray();
        return words.Any(choices => choices is null) ? null : new SentenceShape(expression, words!);
    }

    /// <summary>
    /// What stands in place of each parameter, one word or one quoted text; null when other words differ.
    /// </summary>
    public IReadOnlyList<string>? Match(IReadOnlyList<string> words, bool slips = false)
    {
        if (words.Count != _words.Length) return null;
        var values = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (_words[at].Length == 0) values.Add(word);
            else if (!_words[at].Any(known => IsSame(word, known) || (slips && IsSlip(word, known)))) return null;
        }

        return values;
    }

    /// <summary>The text of these words with the articles that were left out; null when other words differ.</summary>
    public string? WithArticles(IReadOnlyList<string> words)
    {
        var (all, next) = (new List<string>(), 0);
        foreach (var choices in _words)
        {
            var word = next < words.Count ? words[next] : "";
            var isSame = choices.Any(known => IsSame(word, known));
            if (!isSame && choices is ["the" or "a" or "an"])
            {
                all.Add(choices[0]);
                continue;
            }

            var meant = isSame ? word : choices.FirstOrDefault(known => IsSlip(word, known));
            if (word.Length == 0 || (choices.Length > 0 && meant is null)) return null;
            all.Add(choices.Length == 0 ? word : next == 0 ? meant!.ToLowerInvariant() : meant!);
            next++;
        }

        return next == words.Count && all.Count > next ? string.Join(' ', all) : null;
    }

    /// <summary>The same with one word or more for each parameter, as few as will do.</summary>
    public IReadOnlyList<string>? MatchWidely(IReadOnlyList<string> words)
    {
        // ends[i, j]: the words from j on are the sentence from its word i on.
        var ends = new bool[_words.Length + 1, words.Count + 1];
        ends[_words.Length, words.Count] = true;
        for (var i = _words.Length - 1; i >= 0; i--)
        {
            for (var j = words.Count - 1; j >= 0; j--)
                ends[i, j] = Takes(i, words[j]) && (ends[i + 1, j + 1] || (_words[i].Length == 0 && ends[i, j + 1]));
        }

        return ends[0, 0] ? ValuesOf(words, ends) : null;
    }

    private List<string> ValuesOf(IReadOnlyList<string> words, bool[,] ends)
    {
        var values = new List<string>();
        for (var (i, j) = (0, 0); i < _words.Length; i++)
        {
            var from = j++;
            if (_words[i].Length > 0) continue;
            while (!ends[i + 1, j]) j++;
            values.Add(string.Join(' ', words.Skip(from).Take(j - from)));
        }

        return values;
    }

    private bool Takes(int at, string word) =>
        _words[at].Length == 0 || _words[at].Any(known => IsSame(word, known));

    /// <summary>The words of a text; what stands between quotes is one word, and so is a placeholder.</summary>
    public static IReadOnlyList<string> WordsOf(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>A slip of the hand in a word that is long enough to tell.</summary>
    public static bool IsSlip(string word, string known)
    {
        // Of three letters, one changed is mostly another word; two swapped or one doubled is a slip.
        var most = known.Length switch { < 3 => 0, < 8 => 1, _ => 2 };
        if (known.Length == 3 && !word.ToUpperInvariant().ToHashSet().SetEquals(known.ToUpperInvariant())) return false;
        return Math.Abs(word.Length - known.Length) <= most
            && NearestName.Edits(word.ToUpperInvariant(), known.ToUpperInvariant()) <= most;
    }

    private static bool IsSame(string word, string known) => word.Equals(known, StringComparison.OrdinalIgnoreCase);

    /// <summary>The spellings of one word; none when it is a parameter, null when it is no simple word.</summary>
    private static string[]? Choices(string word)
    {
        if (Parameter().IsMatch(word)) return [];
        var choices = new List<string>();
        foreach (var choice in word.Split('/'))
        {
            var at = choice.IndexOf('(', StringComparison.Ordinal);
            if (at < 0)
            {
                choices.Add(choice);
                continue;
            }

            var end = choice.IndexOf(')', at);
            if (end < 0 || choice.IndexOf('(', end) >= 0) return null;
            choices.Add(choice[..at] + choice[(end + 1)..]);
            choices.Add(choice[..at] + choice[(at + 1)..end] + choice[(end + 1)..]);
        }

        return choices.Contains("") ? null : [.. choices];
    }

    [GeneratedRegex(@"\{(\w*)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""
        "[^"]*"\S*|'[^']*'\S*|<[^<>]+>\S*|\S+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}

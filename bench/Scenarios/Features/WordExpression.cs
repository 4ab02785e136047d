namespace HilBench.Scenarios.Features;

/// <summary>
/// Words joined by <c>and</c>, <c>or</c>, <c>not</c> and parentheses. A backslash takes the meaning from the character
/// after it. <c>not</c> binds tightest, then <c>and</c>, then <c>or</c>.
/// </summary>
public sealed class WordExpression
{
    private readonly ExpressionWords _words;
    private readonly List<(string Text, int At)> _tokens;
    private readonly Func<IReadOnlyCollection<string>, bool> _matches;
    private int _next;

    private WordExpression(string text, ExpressionWords words)
    {
        _words = words;
        _tokens = Split(text);
        if (_tokens.Count == 0) throw Wrong($"it is empty, which chooses no {_words.Thing}", at: null);
        _matches = Or();
        if (_next < _tokens.Count) throw Wrong($"\"{_tokens[_next].Text}\" is not expected here", _tokens[_next].At);
    }

    /// <exception cref="FeatureMistakesException">
    /// Not such an expression; the message says where and what is allowed.
    /// </exception>
    public static WordExpression Parse(string text, ExpressionWords words) => new(text, words);

    /// <param name="names">What <see cref="ExpressionWords.NameOf"/> makes of words.</param>
    public bool Matches(IReadOnlyCollection<string> names) => _matches(names);

    private Func<IReadOnlyCollection<string>, bool> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (a, b) = (left, And());
            left = names => a(names) || b(names);
        }

        return left;
    }

    private Func<IReadOnlyCollection<string>, bool> And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (a, b) = (left, Not());
            left = names => a(names) && b(names);
        }

        return left;
    }

    private Func<IReadOnlyCollection<string>, bool> Not()
    {
        if (!Take("not")) return Word();
        var inner = Not();
        return names => !inner(names);
    }

    private Func<IReadOnlyCollection<string>, bool> Word()
    {
        if (_next >= _tokens.Count) throw Wrong($"it ends where a {_words.Thing} must stand", at: null);
        var (text, at) = _tokens[_next++];
        if (text == "(")
        {
            var inner = Or();
            return Take(")") ? inner : throw Wrong("a parenthesis is not closed", at);
        }

        var name = _words.NameOf(text) ?? throw Wrong($"\"{text}\" is not a {_words.Thing}", at);
        return names => names.Contains(name);
    }

    private bool Take(string word)
    {
        if (_next >= _tokens.Count || _tokens[_next].Text != word) return false;
        _next++;
        return true;
    }

    private List<(string Text, int At)> Split(string text)
    {
        var tokens = new List<(string, int)>();
        var word = new System.Text.StringBuilder();
        var start = 0;
        var joined = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var end = i == text.Length;
            if (end || char.IsWhiteSpace(text[i]) || text[i] is '(' or ')')
            {
                if (joined)
                {
                    throw Wrong(
                        $"\"{Excerpt.Of(word.ToString())}\" is not a {_words.Thing}, but several in one word", start);
                }

                if (word.Length > 0) tokens.Add((word.ToString(), start));
                word.Clear();
                if (!end && !char.IsWhiteSpace(text[i])) tokens.Add((text[i].ToString(), i));
                continue;
            }

            if (word.Length == 0) start = i;
            joined = joined || text[i] == ',' || (text[i] == _words.Mark && word.Length > 0);
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            word.Append(text[i]);
        }

        return tokens;
    }

    private FeatureMistakesException Wrong(string what, int? at) => new(at is { } position
        ? $"{_words.Option}: at character {position + 1}: {what}; {_words.Allowed}"
        : $"{_words.Option}: {what}; {_words.Allowed}");
}

/// <summary>What the words of an expression are.</summary>
/// <param name="Option">The option that takes the expression, for messages.</param>
/// <param name="Thing">What one word is.</param>
/// <param name="Allowed">What may be written, for messages.</param>
/// <param name="Mark">Begins a word and does not stand in the middle of one; null when nothing does.</param>
/// <param name="NameOf">What a word stands for; null when it is none.</param>
public sealed record ExpressionWords(
    string Option, string Thing, string Allowed, char? Mark, Func<string, string?> NameOf);

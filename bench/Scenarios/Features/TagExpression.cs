namespace HilBench.Scenarios.Features;

/// <summary>
/// Which scenarios to run: <c>@rollover and not (@slow or @hardware)</c>. A backslash takes the meaning from the
/// character after it. <c>not</c> binds tightest, then <c>and</c>, then <c>or</c>.
/// </summary>
public sealed class TagExpression
{
    private const string Allowed = "tags like @rollover, and, or, not and parentheses are allowed";

    private readonly List<(string Text, int At)> _tokens;
    private readonly Func<IReadOnlyCollection<string>, bool> _matches;
    private int _next;

    private TagExpression(string text)
    {
        _tokens = Split(text);
        if (_tokens.Count == 0) throw Wrong("it is empty, which chooses no tag", at: null);
        _matches = Or();
        if (_next < _tokens.Count) throw Wrong($"\"{_tokens[_next].Text}\" is not expected here", _tokens[_next].At);
    }

    /// <exception cref="FeatureMistakesException">
    /// Not a tag expression; the message says where and what is allowed.
    /// </exception>
    public static TagExpression Parse(string text) => new(text);

    /// <param name="tags">Without @.</param>
    public bool Matches(IReadOnlyCollection<string> tags) => _matches(tags);

    private Func<IReadOnlyCollection<string>, bool> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (a, b) = (left, And());
            left = tags => a(tags) || b(tags);
        }

        return left;
    }

    private Func<IReadOnlyCollection<string>, bool> And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (a, b) = (left, Not());
            left = tags => a(tags) && b(tags);
        }

        return left;
    }

    private Func<IReadOnlyCollection<string>, bool> Not()
    {
        if (!Take("not")) return Tag();
        var inner = Not();
        return tags => !inner(tags);
    }

    private Func<IReadOnlyCollection<string>, bool> Tag()
    {
        if (_next >= _tokens.Count) throw Wrong("it ends where a tag must stand", at: null);
        var (text, at) = _tokens[_next++];
        if (text == "(")
        {
            var inner = Or();
            return Take(")") ? inner : throw Wrong("a parenthesis is not closed", at);
        }

        if (!text.StartsWith('@') || text.Length == 1) throw Wrong($"\"{text}\" is not a tag", at);
        var name = text[1..];
        return tags => tags.Contains(name);
    }

    private bool Take(string word)
    {
        if (_next >= _tokens.Count || _tokens[_next].Text != word) return false;
        _next++;
        return true;
    }

    private static List<(string Text, int At)> Split(string text)
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
                    throw Wrong($"\"{Excerpt.Of(word.ToString())}\" is not a tag, but several in one word", start);
                if (word.Length > 0) tokens.Add((word.ToString(), start));
                word.Clear();
                if (!end && !char.IsWhiteSpace(text[i])) tokens.Add((text[i].ToString(), i));
                continue;
            }

            if (word.Length == 0) start = i;
            joined = joined || text[i] == ',' || (text[i] == '@' && word.Length > 0);
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            word.Append(text[i]);
        }

        return tokens;
    }

    private static FeatureMistakesException Wrong(string what, int? at) => new(
        at is { } position ? $"--tags: at character {position + 1}: {what}; {Allowed}" : $"--tags: {what}; {Allowed}");
}

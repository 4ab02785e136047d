using System.Text.RegularExpressions;

namespace HilBench.Scenarios.Features;

/// <summary>One line of a story: how much of a step is in it, a bullet or a number before it left aside.</summary>
internal sealed partial class StoryLine
{
    private readonly string _text;
    private readonly string? _sentence;
    private readonly string? _nearly;
    private readonly string? _bare;

    public StoryLine(DescriptionLine line, Description description, Reading reading)
    {
        _text = Bullet().Replace(line.Text, "");
        var start = reading.StartOf(_text);
        IsStep = reading.BeginsLikeStep(_text);
        HasMainKeyword = start is { Spelling: Spelling.Exact, Kind: not null };
        var said = reading.Says(line with { Text = _text }, description);
        var before = said?.Before.Trim(' ', '*', '_', '`', '"', '[', ']', '(', ')') ?? "";
        if (said is not null && before.Length > 0) _sentence = reading.IsKeyword(before) ? said.Sentence : null;
        else if (said is not null || reading.Book.IsShapedWithValue(_text)) _bare = said?.Sentence ?? _text;
        else _bare = reading.Book.WithArticles(_text.TrimEnd('.'));
        // In small letters it is mostly the second line of a paragraph.
        if (_sentence is null && start is { HasMark: false, IsAnotherWord: false }
            && (start.Spelling != Spelling.OtherCase || start.Rest.Any(char.IsDigit))
            && reading.Book.IsVeryNear(start.Rest))
            _nearly = start.Rest;
    }

    /// <summary>It begins with a keyword as it should be.</summary>
    public bool IsStep { get; }

    /// <summary>Given, When or Then: And and But begin many a line of a story.</summary>
    public bool HasMainKeyword { get; }

    public bool MayBeStep => IsStep || (_sentence ?? _nearly ?? _bare) is not null;

    /// <summary>Nobody tells this in passing.</summary>
    /// <param name="around">The paragraph it stands in.</param>
    public bool IsPromise(StoryParagraph around)
    {
        var (isAll, hasValues) = (around.IsAllSteps, HasValues(_sentence ?? _nearly ?? _bare ?? "", around.Next));
        if (_sentence is not null) return isAll || hasValues || (around.IsEndOfTale && !EndsLikeProse);
        if (_nearly is not null) return hasValues || (isAll && !EndsLikeProse);
        return _bare is not null && isAll && !around.IsIntroduced
            && (hasValues || (!EndsLikeProse && (char.IsLower(_text[0]) || around.HasSeveralLines)));
    }

    private bool EndsLikeProse => _text[^1] is '.' or ',' or ';' or ':' or '!' or '?';

    /// <summary>A number, a quoted text or a table.</summary>
    private static bool HasValues(string sentence, string next) =>
        sentence.Any(character => char.IsDigit(character) || character == '"')
        || (sentence.EndsWith(':') && (next.StartsWith('|') || next.StartsWith("\"\"\"", StringComparison.Ordinal)));

    [GeneratedRegex(@"^([-*+>\u2022\u00B7]|\(?\w{1,2}[.)])\s*(\[[ xX]?\]\s+)?")]
    private static partial Regex Bullet();
}

/// <summary>What stands around a line of a story.</summary>
/// <param name="IsAllSteps">Every line of its paragraph may be a step.</param>
/// <param name="IsIntroduced">A line with a colon stands above the paragraph: a list of what must hold.</param>
/// <param name="IsEndOfTale">It is the last of its paragraph, and the line above ends a sentence of prose.</param>
/// <param name="HasSeveralLines">Its paragraph has.</param>
/// <param name="Next">The next line of its paragraph.</param>
internal sealed record StoryParagraph(
    bool IsAllSteps, bool IsIntroduced, bool IsEndOfTale, bool HasSeveralLines, string Next);

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
        if (said is not null && said.Before.Trim().Length > 0) _sentence = Sentence(said.Before.Trim(), said.Sentence);
        else if (said is not null || reading.Book.IsShapedWithValue(_text)) _bare = said?.Sentence ?? _text;
        else _bare = reading.Book.WithArticles(_text.TrimEnd('.'));
        var isKeyword = start is { HasMark: false, IsAnotherWord: false, Spelling: not Spelling.OtherCase };
        if (_sentence is null && isKeyword && reading.Book.IsVeryNear(start!.Rest)) _nearly = start.Rest;

        string? Sentence(string before, string sentence) => reading.IsKeyword(before) ? sentence : null;
    }

    /// <summary>It begins with a keyword as it should be.</summary>
    public bool IsStep { get; }

    /// <summary>Given, When or Then: And and But begin many a line of a story.</summary>
    public bool HasMainKeyword { get; }

    public bool MayBeStep => IsStep || (_sentence ?? _nearly ?? _bare) is not null;

    /// <summary>Nobody tells this in passing.</summary>
    /// <param name="areAllSteps">So may be every line of its paragraph.</param>
    /// <param name="isIntroduced">A line with a colon stands above the paragraph: a list of what must hold.</param>
    /// <param name="next">The next line of its paragraph.</param>
    public bool IsPromise(bool areAllSteps, bool isIntroduced, string next)
    {
        if (_sentence is not null) return areAllSteps || HasValues(_sentence, next);
        if (_nearly is not null) return HasValues(_nearly, next) || (areAllSteps && !EndsLikeProse);
        return _bare is not null && areAllSteps && !isIntroduced
            && (HasValues(_bare, next) || (char.IsLower(_text[0]) && !EndsLikeProse));
    }

    private bool EndsLikeProse => _text[^1] is '.' or ',' or ';' or ':' or '!' or '?';

    /// <summary>A number, a quoted text or a table.</summary>
    private static bool HasValues(string sentence, string next) =>
        sentence.Any(character => char.IsDigit(character) || character == '"')
        || (sentence.EndsWith(':') && (next.StartsWith('|') || next.StartsWith("\"\"\"", StringComparison.Ordinal)));

    [GeneratedRegex(@"^([-*+\u2022\u00B7]|\(?\w{1,2}[.)])\s+")]
    private static partial Regex Bullet();
}

using Gherkin;
using HilBench.Input;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>What the Gherkin parser refuses, in the words of somebody who writes features.</summary>
internal sealed class ParserErrors
{
    private readonly string[] _lines;
    private readonly string _file;
    private readonly Reading _reading;

    public ParserErrors(string text, string file, SentenceBook book)
    {
        _lines = FeatureLines.Of(text);
        _file = file;
        var language = _lines.Select(LanguageOf).FirstOrDefault(found => found is not null) ?? "en";
        _reading = new Reading(StepKeywords.Of(language) ?? StepKeywords.Of("en")!, book);
    }

    /// <summary>One line for each error, in the order of the file.</summary>
    public IReadOnlyList<string> Of(ParserException error)
    {
        if (OpenDocString.In(_lines, error) is { } open) return [$"{_file}:{open.Line}: {open.What}"];
        ParserException[] all = error is CompositeParserException several ? [.. several.Errors] : [error];
        // Without the beginning of a feature every further line is another error.
        if (WantsFeature(all[0]) || all[0] is NoSuchLanguageException) all = all[..1];
        return [.. all.Where((one, at) => at == 0 || !Follows(one, all[at - 1])).Select(Worded).Distinct()];
    }

    private static bool WantsFeature(ParserException error) => error switch
    {
        UnexpectedTokenException { ExpectedTokenTypes: var wanted } => wanted.Contains("#FeatureLine"),
        UnexpectedEOFException { ExpectedTokenTypes: var wanted } => wanted.Contains("#FeatureLine"),
        _ => false,
    };

    /// <summary>A good step or row directly below a bad line is only wrong because of that.</summary>
    private bool Follows(ParserException error, ParserException before)
    {
        var (from, to) = (LineOf(before), LineOf(error));
        var said = _lines[to - 1].Trim();
        return _lines[Math.Min(from, to - 1)..(to - 1)].All(string.IsNullOrWhiteSpace)
            && (_reading.BeginsLikeStep(said) || said.StartsWith('|') || IsDocString(said)
                || IsDocString(_lines[from - 1].Trim()));
    }

    private int LineOf(ParserException error) => Math.Clamp(error.Location?.Line ?? 1, 1, _lines.Length);

    private string Worded(ParserException error)
    {
        var said = _lines.Length == 0 ? "" : _lines[LineOf(error) - 1].Trim();
        return $"{_file}:{LineOf(error)}: " + error switch
        {
            UnexpectedEOFException when WantsFeature(error) => "the file has no feature",
            UnexpectedEOFException => "the file ends too early; a feature, scenario or examples must follow these tags",
            UnexpectedTokenException when WantsFeature(error) => NoFeature(said),
            UnexpectedTokenException => Unexpected(said, LineOf(error)),
            NoSuchLanguageException => NoSuchLanguage(said),
            InvalidTagException => $"\"{Excerpt.Of(said)}\": a tag is one word that begins with @, and nothing but "
                + "tags may stand on its line",
            _ => Plain(error.Message),
        };
    }

    private string Unexpected(string said, int line)
    {
        var quoted = $"\"{Excerpt.Of(said)}\"";
        var column = _lines[line - 1].IndexOf(said, StringComparison.Ordinal) + 1;
        var odd = OddCharacters.First(said) is { } found ? $"column {column + found.At} has {found.Name}; " : "";
        if (said.StartsWith('|')) return "a table row stands below a step or below Examples only";
        if (IsDocString(said)) return "a doc string stands below a step only, and a step has one";
        if (said.StartsWith('@')) return $"{quoted}: tags stand above a Feature, Rule, Scenario or Examples only";
        if (_reading.StartOf(said) is { Spelling: Spelling.Exact, HasMark: false, Behind: ' ' })
            return $"{quoted} cannot stand here: steps stand below a scenario or background and above its examples";
        if (BlockHeader.Of(said, _reading.Dialect) is { } title && (title.HasColon || title.IsWhole))
        {
            return title.IsRight
                ? $"{quoted} {Misplaced(said)}"
                : $"{odd}{quoted} is no title; did you mean \"{title.Keyword}:\"?";
        }

        return StepMeant(said, line) is { } step
            ? $"{odd}{quoted} is no step; did you mean \"{Excerpt.Of(step)}\"?"
            : $"{quoted} is neither a step nor a title: a step begins with {_reading.Keywords.Told}; "
                + "put # before a remark";
    }

    private string? StepMeant(string said, int line)
    {
        var (start, previous) = (_reading.StartOf(said), KindAbove(line));
        if (SentenceAtTheEnd.Of(said, _reading.Book) is { } known)
            return _reading.AsStep(known.Before, known.Sentence, previous);
        if (start is { IsAnotherWord: false, HasMark: false, Rest.Length: > 0 })
            return _reading.AsStep(start.Word, start.Rest, previous);
        var bare = OddCharacters.Plain(said).TrimStart('-', '*', '+', '\u2022', ' ');
        return _reading.Book.IsVeryNear(bare) ? _reading.AsStep("", bare, previous) : null;
    }

    /// <summary>What the last step above this line of the same scenario is.</summary>
    private StepKind? KindAbove(int line)
    {
        foreach (var said in _lines.Take(line - 1).Reverse().Select(one => one.Trim()))
        {
            if (_reading.StartOf(said) is { Spelling: Spelling.Exact, HasMark: false, Behind: ' ', Kind: { } kind })
                return kind;
            // Below a star the sentence decides, when it can be one thing only.
            if (said.StartsWith("* ", StringComparison.Ordinal)
                && _reading.Book.KindsOf(said[2..].Trim()) is { Count: 1 } only)
                return only.First();
            if (BlockHeader.Of(said, _reading.Dialect) is { IsRight: true }) return null;
        }

        return null;
    }

    private string Misplaced(string said)
    {
        var dialect = _reading.Dialect;
        bool Is(string[] keywords) => keywords.Any(word => said.StartsWith(word + ":", StringComparison.Ordinal));
        if (Is(dialect.FeatureKeywords)) return "cannot stand here: a file has one feature";
        if (Is(dialect.BackgroundKeywords))
        {
            return "cannot stand here: a background stands above the first scenario of its feature or rule, "
                + "and only one";
        }

        return Is(dialect.ExamplesKeywords)
            ? "cannot stand here: examples stand below the steps of a scenario"
            : "cannot stand here";
    }

    private string NoFeature(string said)
    {
        var quoted = $"\"{Excerpt.Of(said)}\"";
        var (language, wanted) = (_reading.Dialect.Language, _reading.Dialect.FeatureKeywords[0]);
        foreach (var other in StepKeywords.EveryLanguage)
        {
            if (!other.FeatureKeywords.Any(word => said.StartsWith(word + ":", StringComparison.Ordinal))) continue;
            return _lines.Any(line => LanguageOf(line) is not null)
                ? $"{quoted}: the file says \"# language: {language}\", in which a feature begins with \"{wanted}:\"; "
                    + $"for this word write \"# language: {other.Language}\""
                : $"{quoted} is of another language; write \"# language: {other.Language}\" as the first line";
        }

        return BlockHeader.Of(said, _reading.Dialect) is { IsRight: false, HasColon: true } near
            ? $"{quoted} is no title; did you mean \"{near.Keyword}:\"? A file begins with \"{wanted}:\""
            : $"{quoted}: a file begins with \"{wanted}:\" and the name of the feature";
    }

    private static string NoSuchLanguage(string said)
    {
        var language = LanguageOf(said) ?? said;
        var known = StepKeywords.EveryLanguage.Select(dialect => dialect.Language).ToArray();
        var near = known.FirstOrDefault(one => language.StartsWith(one + "-", StringComparison.OrdinalIgnoreCase))
            ?? NearestName.Of(language, known);
        return $"Gherkin has no language \"{Excerpt.Of(language)}\"; "
            + (near is null ? "write one such as en, de, es, fr or pt" : $"did you mean \"# language: {near}\"?");
    }

    private static bool IsDocString(string said) =>
        said.StartsWith("\"\"\"", StringComparison.Ordinal) || said.StartsWith("```", StringComparison.Ordinal);

    private static string? LanguageOf(string line)
    {
        var said = line.TrimStart();
        if (!said.StartsWith('#')) return null;
        var words = said[1..].Split(':', 2, StringSplitOptions.TrimEntries);
        return words is ["language", { Length: > 0 } language] ? language : null;
    }

    /// <summary>The parser puts "(line:column): " before its words; people want file:line.</summary>
    private static string Plain(string words)
    {
        var end = words.StartsWith('(') ? words.IndexOf("): ", StringComparison.Ordinal) : -1;
        if (end >= 0) words = words[(end + 3)..];
        return words == "inconsistent cell count within the table"
            ? "this row has more or fewer cells than the first row of its table"
            : words.ReplaceLineEndings(" ");
    }
}

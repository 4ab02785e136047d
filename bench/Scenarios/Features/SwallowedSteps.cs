using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>
/// Steps in the description of a scenario, a background or examples. Whatever says a sentence of the bench was meant as
/// a step, and so was what begins with a keyword, well or badly spelt; a word that only looks like one is prose unless
/// something near a sentence stands behind it.
/// </summary>
internal sealed class SwallowedSteps(Reading reading)
{
    private static readonly char[] Bullets =
        ['-', '*', '+', '•', '·', '>', '#', '.', ')', '(', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    private readonly SentenceBook _book = reading.Book;

    /// <summary>Each line that was meant as a step, and what is to be said of it.</summary>
    public IEnumerable<(DescriptionLine Line, string What)> In(
        Description description, IEnumerable<DescriptionLine> lines)
    {
        StepKind? previous = null;
        string? step = null;
        DescriptionLine[] all = [.. lines];
        var foreign = ForeignSteps.In(description.Owner == DescriptionOf.Steps ? all : [], reading.Dialect);
        for (var at = 0; at < all.Length; at++)
        {
            var hasNeighbour = (at > 0 && IsNoProse(all[at - 1].Text))
                || (at + 1 < all.Length && IsNoProse(all[at + 1].Text));
            step = Meant(description, all[at], new Around(step is not null, hasNeighbour, previous));
            previous = step is null ? previous : reading.KindOf(step, previous);
            if (step is not null) yield return (all[at], Said(description, all[at], step));
            else if (foreign.TryGetValue(all[at].Line, out var what)) yield return (all[at], what);
        }
    }

    private string Said(Description description, DescriptionLine line, string step)
    {
        if (step.Length == 0)
        {
            return "is read as a description; write a keyword and its sentence on one line: "
                + $"{reading.Keywords.Told} begin a step";
        }

        if (line.Text == step)
        {
            return $"stands in the description of the {description.Word}, so it would never run; "
                + $"write it above the {description.Word}";
        }

        var odd = OddCharacters.First(line.Text) is { } found
            ? $": column {line.Column + found.At} has {found.Name}"
            : "";
        return $"is read as a description{odd}, so it would never run; write \"{Excerpt.Of(step)}\", "
            + "or put # before it if it is a remark";
    }

    /// <summary>The step to write; empty when only a keyword is there, null when the line is prose.</summary>
    private string? Meant(Description description, DescriptionLine line, Around around)
    {
        var (start, before) = (reading.StartOf(line.Text), around.Previous);
        if (SentenceAtTheEnd.Of(line.Text, _book) is { } said)
            return reading.AsStep(said.Before, said.Sentence, before);
        // With the values of a row it is a sentence; what to write has the placeholders.
        if (reading.Says(line, description) is { } filled)
        {
            return start is { HasMark: false, IsAnotherWord: false }
                ? reading.AsStep(start.Word, start.Rest, before, filled.Sentence)
                : reading.AsStep(filled.Before, Bare(line.Text), before, filled.Sentence);
        }

        if (start is not null && IsStep(description, line, start, around))
            return start.Rest.Length == 0 ? "" : reading.AsStep(start.Word, start.Rest, before);
        return NearlySays(line.Text, before);
    }

    /// <summary>The sentence behind the keyword may be unknown: then the keyword decides.</summary>
    private bool IsStep(Description description, DescriptionLine line, StepStart start, Around around)
    {
        if (start.IsAnotherWord) return false;
        if (start.Rest.Length > 0 && _book.IsVeryNear(start.Rest)) return true;
        // Below examples no steps are wanted, so a lone line that reads like prose is prose.
        if (description.Owner == DescriptionOf.Examples && !around.HasNeighbour && ReadsAsProse(line.Text))
            return false;
        if (start.HasMark || start.Behind is ',' or '\'' or '\u2019' or '-') return false;
        // The second line of a paragraph may begin with any word, and in small letters it mostly is no keyword.
        var isProse = start.Spelling != Spelling.Exact && !line.BeginsParagraph && !around.IsBelowStep;
        var isFollowedByBlank = start.Behind is ' ' or null;
        if (start.Kind is null)
            return isFollowedByBlank ? around.IsBelowStep && !isProse : start.Spelling == Spelling.Exact;
        return start.Spelling switch
        {
            Spelling.Exact => true,
            Spelling.OtherCase => !isProse || !isFollowedByBlank,
            // Which other words look like a keyword is known of English only.
            _ => reading.Dialect.Language.StartsWith("en", StringComparison.Ordinal),
        };
    }

    /// <summary>
    /// A bullet, a number, a keyword of another language or nothing, and nearly a sentence of the bench.
    /// </summary>
    private string? NearlySays(string text, StepKind? before)
    {
        if (text.Length > SentenceBook.Longest) return null;
        var plain = OddCharacters.Plain(text);
        if (_book.Shaped(plain, slips: true).Any(one => one.Shape.EndsInWords || one.Values.Any(IsValue)))
            return reading.AsStep("", plain, before);
        var bare = Bare(text);
        if (_book.WithArticles(bare.TrimEnd('.', ',', ';', '!')) is { } whole) return reading.AsStep("", whole, before);
        if (bare.Length < plain.Length && bare.Length > 0 && _book.IsVeryNear(bare))
            return reading.AsStep("", bare, before);
        var blank = bare.IndexOf(' ', StringComparison.Ordinal);
        if (blank > 0 && _book.WithArticles(bare[(blank + 1)..]) is { } behind && behind.Any(IsQuoteOrDigit))
            return reading.AsStep(bare[..blank], behind, before);
        foreach (var (keyword, _) in StepKeywords.OfAnyLanguage.All)
        {
            var word = keyword.Trim();
            if (word.Length < 2 || !plain.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            if (keyword.EndsWith(' ') && plain.Length > word.Length && char.IsLetter(plain[word.Length])) continue;
            var rest = plain[word.Length..].TrimStart(':', ' ', '-', '\'');
            if (rest.Length == 0 || !_book.IsVeryNear(rest)) continue;
            return reading.AsStep(word, rest, before);
        }

        return HasItsValues(plain) ? reading.AsStep("", plain, before) : null;
    }

    /// <summary>Very near a sentence, and with as many numbers and quoted texts as that has.</summary>
    private bool HasItsValues(string text)
    {
        var values = SentenceShape.WordsOf(text).Count(word => word.Any(IsQuoteOrDigit));
        return values > 0 && !ReadsAsProse(text)
            && _book.VeryNear(text) is { } near && near.Count(character => character == '{') == values;
    }

    /// <summary>It begins like a step, and does not go on like prose unless the bench knows the sentence.</summary>
    private bool IsNoProse(string text) => reading.BeginsLikeStep(text)
        && (!ReadsAsProse(text) || SentenceAtTheEnd.Of(text, _book) is not null
            || _book.IsVeryNear(reading.StartOf(text)!.Rest));

    private static bool ReadsAsProse(string text) =>
        text[^1] is '.' or '!' or '?' || text.Contains(", ", StringComparison.Ordinal);

    private static string Bare(string text) => OddCharacters.Plain(text).TrimStart(Bullets);

    private static bool IsQuoteOrDigit(char character) => char.IsDigit(character) || character == '"';

    private static bool IsValue(string word) => word.Any(char.IsDigit) || word[0] is '"' or '\'' or '<';

    /// <summary>What stands around a line.</summary>
    /// <param name="IsBelowStep">The line above was meant as a step.</param>
    /// <param name="HasNeighbour">The line above or below begins with a keyword as it should be.</param>
    /// <param name="Previous">What the last step above is.</param>
    private sealed record Around(bool IsBelowStep, bool HasNeighbour, StepKind? Previous);
}

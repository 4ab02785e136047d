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
        var wasStep = false;
        foreach (var line in lines)
        {
            var step = Meant(description, line, wasStep);
            wasStep = step is not null;
            if (step is null) continue;
            yield return (line, Said(description, line, step));
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
    private string? Meant(Description description, DescriptionLine line, bool wasStep)
    {
        var start = reading.StartOf(line.Text);
        if (SentenceAtTheEnd.Of(line.Text, _book) is { } said) return reading.AsStep(start, said);
        // With the values of a row it is a sentence; what to write has the placeholders.
        if (reading.Says(line, description) is not null)
            return start is { HasMark: false, IsAnotherWord: false } ? start.AsStep : reading.AsStep(Bare(line.Text));
        if (start is not null && IsStep(line, start, wasStep)) return start.Rest.Length == 0 ? "" : start.AsStep;
        return NearlySays(line.Text);
    }

    /// <summary>The sentence behind the keyword may be unknown: then the keyword decides.</summary>
    private bool IsStep(DescriptionLine line, StepStart start, bool wasStep)
    {
        if (start.IsAnotherWord) return false;
        if (start.Rest.Length > 0 && _book.IsVeryNear(start.Rest)) return true;
        if (start.HasMark || start.Behind is ',' or '\'' or '\u2019' or '-') return false;
        // The second line of a paragraph may begin with any word, and in small letters it mostly is no keyword.
        var isProse = start.Spelling != Spelling.Exact && !line.BeginsParagraph && !wasStep;
        var isFollowedByBlank = start.Behind is ' ' or null;
        if (start.Kind is null) return isFollowedByBlank ? wasStep && !isProse : start.Spelling == Spelling.Exact;
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
    private string? NearlySays(string text)
    {
        if (text.Length > SentenceBook.Longest) return null;
        var plain = OddCharacters.Plain(text);
        if (_book.Shaped(plain, slips: true).Any(one => one.Shape.EndsInWords || one.Values.Any(IsValue)))
            return reading.AsStep(plain);
        var bare = Bare(text);
        if (bare.Length < plain.Length && bare.Length > 0 && _book.IsVeryNear(bare)) return reading.AsStep(bare);
        foreach (var (keyword, kind) in StepKeywords.OfAnyLanguage.All)
        {
            var word = keyword.Trim();
            if (word.Length < 2 || !plain.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = plain[word.Length..].TrimStart(':', ' ', '-', '\'');
            if (rest.Length == 0 || !_book.IsVeryNear(rest)) continue;
            return kind is { } known ? $"{reading.Keywords.For(known)} {rest}" : reading.AsStep(rest);
        }

        return null;
    }

    private static string Bare(string text) => OddCharacters.Plain(text).TrimStart(Bullets);

    private static bool IsValue(string word) => word.Any(char.IsDigit) || word[0] is '"' or '\'' or '<';
}

using System.Text.RegularExpressions;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Features;

/// <summary>Says of a step that cannot be run what is wrong with it and what to write, in one line.</summary>
internal static partial class UnknownSentence
{
    private const string Catalogue = "(hilbench steps lists all there are)";

    /// <summary>No sentence of the bench, or one that stands under the wrong keyword.</summary>
    public static string Explain(StepCase step, SentenceBook book)
    {
        var kinds = book.KindsOf(step.Text);
        if (kinds.Count > 0) return At(step, WrongKeyword(step, kinds));
        if (Odd(step) is { } odd)
        {
            var plain = OddCharacters.Plain(step.Text);
            var fits = book.KindsOf(plain);
            var hint = fits.Count > 0
                ? $": {(fits.Contains(step.Kind) ? step.Keyword : fits.Min().ToString())} {Excerpt.Of(plain)}"
                : Nearest(plain, step.Kind, book);
            return At(step, odd + hint);
        }

        if (SentenceRepair.Of(step.Text, step.Written, book) is { } repair)
            return At(step, $"{NoSentence(step)}; {repair}");
        if (step.Row is not null && !Placeholder().Replace(step.Written, "").Any(char.IsLetter))
            return At(step, $"{NoSentence(step)}{Nearest(step.Text, step.Kind, book)} {Catalogue}");
        // What no value of a row could mend is one mistake of the outline, not one of each row.
        var written = step with { Text = step.Written, Row = null };
        return At(written, $"{NoSentence(written)}{Nearest(step.Text, step.Kind, book)} {Catalogue}");
    }

    /// <summary>Several sentences take the same words.</summary>
    public static string Ambiguous(StepCase step, IReadOnlyList<string> expressions)
    {
        var different = expressions.Distinct().Select(expression => $"\"{expression}\"").ToArray();
        return At(step, different.Length == 1
            ? $"the sentence {different[0]} is defined {expressions.Count} times, so it is not clear which is meant"
            : $"\"{Excerpt.Of(step.ToString())}\" can be read as {string.Join(" and as ", different)}; "
                + "word it so that only one of them fits");
    }

    /// <summary>The sentence is known, but not with these words or with what stands below it.</summary>
    public static string BadArgument(StepCase step, string why) => At(step, why);

    /// <summary>One line, with the row of the examples that the words came from.</summary>
    private static string At(StepCase step, string what)
    {
        var row = step.Row is { } told ? $" ({Excerpt.Of(told)})" : "";
        return $"{step.Place}: {what.ReplaceLineEndings(" ")}{row}";
    }

    private static string NoSentence(StepCase step) => $"no sentence \"{Excerpt.Of(step.ToString())}\"";

    private static string Nearest(string text, StepKind kind, SentenceBook book) =>
        book.Nearest(text, kind) is { } near ? $"; did you mean \"{near}\"?" : "";

    private static string WrongKeyword(StepCase step, IReadOnlyCollection<StepKind> kinds) =>
        $"\"{Excerpt.Of(step.Text)}\" is a {string.Join(" or ", kinds.Order())} step, not a {step.Kind} step";

    private static string? Odd(StepCase step)
    {
        if (OddCharacters.First(step.Written) is { } written)
            return $"column {step.Column + written.At} has {written.Name}; {written.Write}";
        return OddCharacters.First(step.Text) is { } filled
            ? $"\"{Excerpt.Of(step.Text)}\" has {filled.Name}; {filled.Write}"
            : null;
    }

    [GeneratedRegex("<[^<>]+>")]
    private static partial Regex Placeholder();
}

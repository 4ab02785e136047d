using System.Globalization;
using HilBench.Meter;

namespace HilBench.Scenarios.World;

/// <summary>
/// A text that a scenario wants to see. What no glass of this size could ever hold is the scenario's mistake, not the
/// meter's.
/// </summary>
public static class GlassText
{
    /// <exception cref="FeatureMistakeException">
    /// The line is too long, or no display has one of its characters.
    /// </exception>
    public static void Demand(string line, MeterProfile profile)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (NameOf(line[at]) is not { } name) continue;
            throw new FeatureMistakeException(
                $"no display can show character {at + 1} of this text, {name} (U+{(int)line[at]:X4})");
        }

        var columns = profile.Display.Columns;
        if (line.Length > columns)
        {
            throw new FeatureMistakeException(
                $"a line of this display has {columns} characters, \"{Excerpt.Of(line)}\" has {line.Length}");
        }
    }

    private static string? NameOf(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control => "a control character",
        UnicodeCategory.Format => "an invisible character",
        UnicodeCategory.SpaceSeparator when character != ' ' => "a space that is not an ordinary one",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "a line separator",
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => "a typographic quote",
        UnicodeCategory.DashPunctuation when character != '-' => "a typographic dash",
        _ => null,
    };
}

using System.Globalization;

namespace HilBench.Input;

/// <summary>What somebody wrote, as part of a message: on one line, and harmless for a terminal.</summary>
public static class OneLine
{
    private const int Longest = 60;

    /// <summary>Its beginning, where it is long.</summary>
    public static string Beginning(string text) =>
        Whole(text.Length <= Longest ? text : text[..Longest] + "…");

    /// <summary>All of it: nothing in it ends a line, steers a terminal or changes the direction of writing.</summary>
    public static string Whole(string text) => string.Concat(text.Select(c => IsVisible(c) ? c : ' '));

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HilBench.Roles;

/// <summary>
/// What tells the rigs of a lab apart: words that somebody gives to a rig, such as the serial number of its meter. They
/// stand in reports and in the history, so nothing secret belongs there. Any key is allowed; the bench itself reads
/// those named here.
/// </summary>
public static class RigLabels
{
    /// <summary>The name of the bench in its lab.</summary>
    public const string Bench = "bench";

    /// <summary>The make and type of the meter.</summary>
    public const string Model = "model";

    /// <summary>The serial number of the meter.</summary>
    public const string Serial = "serial";

    /// <summary>The version of the meter's firmware.</summary>
    public const string Firmware = "firmware";

    /// <summary>Where the rig stands.</summary>
    public const string Site = "site";

    public const int LongestKey = 32;
    public const int LongestValue = 64;

    public static IReadOnlyDictionary<string, string> None { get; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Why these cannot be a key and its value, as the rest of a sentence; null when they can.</summary>
    public static string? Problem(string key, string value)
    {
        if (key.Length is 0 or > LongestKey || !char.IsAsciiLetterLower(key[0]) || !key.All(IsOfKey))
        {
            return $"is no key of a label; allowed: up to {LongestKey} small letters, digits, - and _, a letter first";
        }

        if (value.Length is 0 or > LongestValue || value.Trim().Length != value.Length
            || !value.EnumerateRunes().All(IsPrintable))
        {
            return $"has a value that cannot be shown; allowed: 1 to {LongestValue} printable characters in one line, "
                + "without spaces around them";
        }

        return null;
    }

    /// <summary>A meter in a few words, such as <c>clou 1.2.3, serial 0417</c>; empty when nothing is known.</summary>
    public static string MeterOf(string? model, string? serial, string? firmware)
    {
        var version = model is null && firmware is not null ? $"firmware {firmware}" : firmware;
        string[] parts =
        [
            string.Join(' ', new[] { model, version }.OfType<string>()), serial is null ? "" : $"serial {serial}",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static bool IsOfKey(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_';

    /// <summary>Half a pair of surrogates is read as the replacement character, which nobody means.</summary>
    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}

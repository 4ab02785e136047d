using HilBench.Meter;

namespace HilBench.Scenarios.World;

/// <summary>Tells the idle screen from all others by what stands on it.</summary>
public static class IdleGlass
{
    /// <summary>The credit on an idle screen, or null when the glass is about something else.</summary>
    public static string? CreditOn(IReadOnlyList<string> lines, MeterProfile profile)
    {
        var first = lines[0].Trim();
        var unit = profile.Accounting.Unit;
        var number = unit.Length == 0 ? first : first.EndsWith(" " + unit, StringComparison.Ordinal)
            ? first[..^(unit.Length + 1)]
            : "";
        var isCredit = number.Contains('.') && !number.AsSpan().ContainsAnyExcept("0123456789.");
        return isCredit && lines.Skip(1).All(line => IsBeside(line, profile)) ? first : null;
    }

    /// <summary>
    /// Blanks, bars, icons and the words for what lasts may stand beside the credit; other texts may not.
    /// </summary>
    private static bool IsBeside(string line, MeterProfile profile) =>
        !profile.Words.Standing
            .Aggregate(line, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal))
            .Any(char.IsLetterOrDigit);
}

using System.Globalization;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// File names that every file system, archive and CI server takes: letters and digits of any script, and
/// <c>. _ -</c>. Everything else becomes <c>_</c>.
/// </summary>
internal static class SafeName
{
    /// <summary>With three bytes a letter and a number behind it, a file system still takes it.</summary>
    private const int MostCharacters = 60;

    /// <summary>As Windows calls its devices, whatever the ending.</summary>
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>An ending of a long name stays.</summary>
    public static string Of(string name)
    {
        var safe = string.Concat(name.Select(one => IsSafe(one) ? one : '_')).TrimEnd('.');
        if (safe.Length == 0 || safe[0] == '.' || Devices.Contains(safe.Split('.')[0])) safe = "_" + safe;
        if (safe.Length <= MostCharacters) return safe;
        var ending = Path.GetExtension(safe);
        if (ending.Length > MostCharacters / 2) ending = "";
        return safe[..(MostCharacters - ending.Length)] + ending;
    }

    /// <summary>
    /// As many names, in the same order, no two alike even where the case of letters does not count: the second
    /// <c>a.csv</c> becomes <c>a_2.csv</c>. The first of its kind keeps its name.
    /// </summary>
    public static IReadOnlyList<string> Unique(IReadOnlyList<string> names)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(Free)];

        string Free(string name)
        {
            var safe = Of(name);
            if (used.Add(safe)) return safe;
            var (stem, ending) = (Path.GetFileNameWithoutExtension(safe), Path.GetExtension(safe));
            for (var number = 2; ; number++)
            {
                var other = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}{ending}");
                if (used.Add(other)) return other;
            }
        }
    }

    private static bool IsSafe(char one) => one is '.' or '_' or '-' || char.IsLetterOrDigit(one)
        || char.GetUnicodeCategory(one) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

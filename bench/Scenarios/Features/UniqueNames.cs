using System.Globalization;

namespace HilBench.Scenarios.Features;

/// <summary>Tells names apart that are the same: the second <c>a</c> becomes <c>a [2]</c>.</summary>
internal static class UniqueNames
{
    /// <summary>
    /// As many names, in the same order, no two alike. The first of its kind keeps its name, and a name that somebody
    /// wrote is never given to another.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names)
    {
        var written = names.ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(Unique)];

        string Unique(string name)
        {
            if (used.Add(name)) return name;
            while (true)
            {
                var count = counts[name] = counts.GetValueOrDefault(name, 1) + 1;
                var numbered = string.Create(CultureInfo.InvariantCulture, $"{name} [{count}]");
                if (!written.Contains(numbered) && used.Add(numbered)) return numbered;
            }
        }
    }
}

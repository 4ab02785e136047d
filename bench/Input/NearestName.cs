namespace HilBench.Input;

/// <summary>Finds the known name a misspelt one was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>The known name fewest edits away, or null when none is close enough to be a slip of the hand.</summary>
    public static string? Of(string misspelt, IEnumerable<string> known) => known
        .Select(name => (Name: name, Edits: Edits(misspelt.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Edits <= Math.Max(2, candidate.Name.Length / 3))
        .OrderBy(candidate => candidate.Edits)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>", did you mean x?" or, when nothing is near, "; known are a, b, c".</summary>
    public static string Hint(string misspelt, IReadOnlyCollection<string> known) =>
        Of(misspelt, known) is { } nearest ? $", did you mean {nearest}?" : $"; known are {string.Join(", ", known)}";

    /// <summary>"did you mean "x"? " with its blank, or nothing when no known name is near.</summary>
    public static string Question(string misspelt, IEnumerable<string> known) =>
        Of(misspelt, known) is { } nearest ? $"did you mean \"{nearest}\"? " : "";

    /// <summary>Edits (insert, delete, replace, swap of neighbours) from one text to the other.</summary>
    public static int Edits(string a, string b)
    {
        // A name of a thousand letters is nobody's slip, and the table below must not grow with hostile input.
        if (Math.Abs(a.Length - b.Length) > b.Length)
            return int.MaxValue;

        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            edits[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            edits[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(replace, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[a.Length, b.Length];
    }
}

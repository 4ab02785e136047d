namespace HilBench.OneByOne;

/// <summary>
/// The rows of docs/mutation.md: file, expression, mutant, and why no test can see it. A row stands for one mutant, or
/// for as many of the same text in the same file as it says ("Misty1.cs ×3").
/// </summary>
internal static class Explanations
{
    public static string Row(IGrouping<(string File, string Original, string Replacement), Mutant> same)
    {
        var times = same.Count() > 1 ? $" ×{same.Count()}" : "";
        return $"| {same.Key.File}{times} | {Code(same.Key.Original)} | {Code(same.Key.Replacement)} |";
    }

    /// <summary>
    /// The rows of these survivors that the page lacks, and the rows of the page that no survivor needs.
    /// </summary>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Idle) Compare(
        IEnumerable<Mutant> survivors, IEnumerable<string> files, IReadOnlyList<string> page)
    {
        var rows = survivors
            .GroupBy(mutant => (mutant.File, mutant.Original, mutant.Replacement))
            .Select(Row)
            .ToArray();
        var missing = rows.Where(row => !page.Any(line => line.StartsWith(row, StringComparison.Ordinal)));
        var idle = page
            .Where(line => files.Any(file => line.StartsWith($"| {file} ", StringComparison.Ordinal)))
            .Where(line => !rows.Any(row => line.StartsWith(row, StringComparison.Ordinal)));
        return ([.. missing], [.. idle]);
    }

    /// <summary>A bar would end the cell of the table, and an empty text would show nothing.</summary>
    private static string Code(string text) => text.Length == 0 ? "(nothing)" : $"`{text.Replace("|", "\\|")}`";
}

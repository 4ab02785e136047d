namespace HilBench.Scenarios.Binding;

/// <summary>The defined sentence that shares most words with one that nobody defined.</summary>
internal static class NearestSentence
{
    private const double Enough = 0.5;

    public static string? To(string text, IReadOnlyList<StepDefinition> steps)
    {
        var wanted = Words(text);
        var best = steps
            .Select(step => (step.Expression, Likeness: Likeness(wanted, Words(step.Expression))))
            .OrderByDescending(candidate => candidate.Likeness)
            .FirstOrDefault();
        return best.Likeness >= Enough ? best.Expression : null;
    }

    /// <summary>Shared words against all words, 0 to 1.</summary>
    private static double Likeness(HashSet<string> a, HashSet<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static HashSet<string> Words(string text) =>
        [.. text.Split([' ', '(', ')', '/', ':', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.StartsWith('{'))];
}

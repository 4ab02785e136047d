using HilBench.Scenarios.Features;

namespace HilBench.Lab.Told;

/// <summary>
/// What a feature that runs on another machine must not say: it names no file there, and carries no vending key over a
/// line that can be read.
/// </summary>
internal static class SheetRules
{
    private const string Profile = "profile";
    private const string Secret = "vending key";
    private static readonly char[] OfPaths = ['/', '\\'];

    /// <exception cref="FeatureMistakesException">Some scenario names a file.</exception>
    public static void Demand(IReadOnlyList<ScenarioCase> cases)
    {
        string[] wrong =
        [
            .. cases.SelectMany(one => one.Steps).Where(NamesFile).Select(step =>
                $"{step.Place}: a scenario for a lab names a profile by its name, not by a file: the bench that runs "
                + "it has none of your files").Distinct(),
        ];
        if (wrong.Length > 0) throw new FeatureMistakesException(wrong);
    }

    /// <summary>Where a vending key is written in a feature; null when none is.</summary>
    public static string? PlaceOfSecret(IReadOnlyList<ScenarioCase> cases) => cases
        .SelectMany(one => one.Steps).Where(HasSecret).Select(step => step.Place.ToString()).FirstOrDefault();

    private static bool NamesFile(StepCase step) => step.Table is { } table && table.Rows
        .Select(row => row.Values.ToArray()).Append([.. table.Header])
        .Any(cells => cells.Length > 1 && cells[0].Trim().Equals(Profile, StringComparison.OrdinalIgnoreCase)
            && (cells[1].IndexOfAny(OfPaths) >= 0 || cells[1].Trim().EndsWith(".json", StringComparison.Ordinal)));

    private static bool HasSecret(StepCase step) => IsSecret(step.Text) || IsSecret(step.DocString ?? "")
        || (step.Table is { } table
            && table.Rows.SelectMany(row => row.Values).Concat(table.Header).Any(IsSecret));

    private static bool IsSecret(string text) => text.Contains(Secret, StringComparison.OrdinalIgnoreCase);
}

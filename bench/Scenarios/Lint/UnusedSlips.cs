using System.Text.RegularExpressions;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// Tokens and codes that a Given puts on the table and nobody takes up. One of a background, or of an outline, is used
/// when any scenario uses it. A step that speaks of "the token" or of codes means the newest; one that names a slip
/// means that one. What cannot be told counts as used.
/// </summary>
internal static partial class UnusedSlips
{
    public static IEnumerable<LintFinding> In(LintedFile file)
    {
        var slips = new Dictionary<Place, (string What, bool IsUsed)>();
        foreach (var slip in file.Cases.SelectMany(Slips))
        {
            var before = slips.TryGetValue(slip.Place, out var known) && known.IsUsed;
            slips[slip.Place] = (slip.Told, before || slip.IsUsed);
        }

        return slips.Where(slip => !slip.Value.IsUsed).Select(slip => file.Finding(
            slip.Key.Line, LintRules.UnusedToken,
            $"{slip.Value.What} made here and never used; write a When that uses it, or leave the step out"));
    }

    private static List<Slip> Slips(ScenarioCase scenario)
    {
        var slips = new List<Slip>();
        foreach (var step in scenario.Steps)
        {
            if (step.Kind == StepKind.Given && Made().Match(step.Text) is { Success: true } made)
                slips.Add(new Slip(step.Place, made));
            else
                Use(step.Text, slips);
        }

        return slips;
    }

    private static void Use(string text, List<Slip> slips)
    {
        var names = Quoted().Matches(text).Select(match => match.Groups[1].Value).ToArray();
        var named = slips.Where(slip => slip.Name is { } name && names.Contains(name)).ToArray();
        foreach (var slip in named) slip.IsUsed = true;
        if (named.Length > 0) return;
        if (Token().IsMatch(text) && slips.FindLast(slip => !slip.IsSet) is { } token) token.IsUsed = true;
        if (Code().IsMatch(text) && slips.FindLast(slip => slip.IsSet) is { } set) set.IsUsed = true;
    }

    [GeneratedRegex(
        @"^(an? |the (two|three|four) |the (?=token for test)).*?(?<what>tokens?|codes)( ""(?<name>[^""]*)"")?")]
    private static partial Regex Made();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\btokens?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(@"\bcodes?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    private sealed class Slip(Place place, Match made)
    {
        public Place Place { get; } = place;

        public bool IsSet { get; } = made.Groups["what"].Value == "codes";

        public string? Name { get; } = made.Groups["name"] is { Success: true } name ? name.Value : null;

        public bool IsUsed { get; set; }

        public string Told
        {
            get
            {
                var named = Name is null ? "" : $" \"{Excerpt.Of(Name)}\"";
                return IsSet ? $"codes{named} are" : $"a token{named} is";
            }
        }
    }
}

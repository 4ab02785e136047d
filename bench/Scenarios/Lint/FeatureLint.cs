using System.Globalization;
using Gherkin;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Sentences;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// Looks at features without running them: all that a run would refuse, and what looks like a slip of whoever wrote it.
/// Files are read by the same reader, and sentences found by the same engine, as for a run.
/// </summary>
public sealed class FeatureLint(StepEngine engine)
{
    /// <summary>How many files are read at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Looks at files and folders.</summary>
    /// <param name="paths">As the user wrote them.</param>
    public LintResult Of(IReadOnlyList<string> paths)
    {
        var parts = FeatureReader.Parts(paths, SentenceBook.Of(engine), Jobs);
        var (read, unreadable) = (new List<LintedFile>(), new List<string>());
        foreach (var part in parts)
        {
            if (part is { Line: { } line, IsReadable: true })
                unreadable.Add($"{part.File}:{line}: whole files are looked at; leave :{line} out");
            else if (!part.IsReadable) unreadable.AddRange(part.Mistakes);
            else read.Add(Look(part));
        }

        foreach (var (file, finding) in SameTitles.OfFeatures(read).Concat(NearTags.In(read)))
            file.Advice.Add(finding);
        return new LintResult(
            read.Count, read.Sum(file => file.Cases.Count), [.. read.SelectMany(Sorted)],
            [.. unreadable.Select(line => Printable.Line(line))]);
    }

    private LintedFile Look(FeaturePart part)
    {
        var shown = FeatureReader.Shown(part.File);
        var file = new LintedFile(shown, part.Text!, part.Cases);
        file.Refused.AddRange(part.Mistakes.Select(line => Refusal(shown, line, LintRules.Feature)));
        if (part.Mistakes.Count > 0) return file;
        file.Document = new Parser().Parse(new StringReader(part.Text!));
        file.Refused.AddRange(Unbound(part.Cases).Select(line => Refusal(shown, line, LintRules.Sentence)));
        if (part.Cases.Count == 0)
            file.Refused.Add(file.Finding(1, LintRules.Feature, "the file has no scenario, so it would prove nothing"));
        if (file.Document.Feature is not { } feature) return file;
        file.Advice.AddRange(UnusedSlips.In(file));
        file.Advice.AddRange(OrderOfSteps.In(file));
        file.Advice.AddRange(SameTitles.OfScenarios(file, feature));
        file.Advice.AddRange(LonelyColumns.In(file, feature));
        if (Spacing.In(file) is { } spacing) file.Advice.Add(spacing);
        return file;
    }

    private IReadOnlyList<string> Unbound(IReadOnlyList<ScenarioCase> cases)
    {
        try
        {
            new StepCheck(engine).Check(cases);
            return [];
        }
        catch (FeatureMistakesException wrong)
        {
            return wrong.Mistakes;
        }
    }

    /// <summary>The lines of a refusal are made for a person: <c>file:line: what</c>.</summary>
    private static LintFinding Refusal(string file, string told, string rule)
    {
        var rest = told.StartsWith(file + ":", StringComparison.Ordinal) ? told[(file.Length + 1)..] : told;
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(rest.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new LintFinding(file, line, rule, rest[(colon + 2)..])
            : new LintFinding(file, 1, rule, rest);
    }

    private static IEnumerable<LintFinding> Sorted(LintedFile file)
    {
        var allowed = Allowances.Of(file);
        return file.Refused.Concat(allowed.Judge(file.Advice))
            .OrderBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal);
    }
}

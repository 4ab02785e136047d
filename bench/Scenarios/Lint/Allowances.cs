using System.Text.RegularExpressions;
using HilBench.Input;

namespace HilBench.Scenarios.Lint;

/// <summary>
/// Comments such as <c># lint: allow unused-token: the vendor sells it and nobody types it</c>, which hold for their
/// file. One that is misspelt or no longer needed is a finding itself, so that none outlives its reason.
/// </summary>
internal sealed partial class Allowances
{
    private readonly LintedFile _file;
    private readonly List<(int Line, string Rule)> _allowed = [];
    private readonly List<LintFinding> _wrong = [];

    private Allowances(LintedFile file) => _file = file;

    public static Allowances Of(LintedFile file)
    {
        var allowances = new Allowances(file);
        foreach (var comment in file.Document?.Comments ?? [])
            allowances.Read(comment.Location.Line, comment.Text.Trim());
        return allowances;
    }

    /// <summary>What is left of these findings, and what is wrong with the comments.</summary>
    public IEnumerable<LintFinding> Judge(IReadOnlyList<LintFinding> advice)
    {
        var idle = _allowed.Where(one => !advice.Any(finding => finding.Rule == one.Rule)).Select(one => _file.Finding(
            one.Line, LintRules.Allowance, $"nothing in this file needs \"{one.Rule}\" allowed; remove the comment"));
        return [.. advice.Where(finding => !_allowed.Any(one => one.Rule == finding.Rule)), .. _wrong, .. idle];
    }

    private void Read(int line, string comment)
    {
        if (Begin().Match(comment) is not { Success: true } begin) return;
        if (Whole().Match(comment) is not { Success: true } whole)
        {
            _wrong.Add(_file.Finding(
                line, LintRules.Allowance,
                $"\"{Excerpt.Of(begin.Value.TrimEnd())} …\" is not understood; write \"# lint: allow RULE: why\""));
            return;
        }

        foreach (var rule in whole.Groups["rules"].Value.Split(
            [' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (LintRules.Advice.Contains(rule)) _allowed.Add((line, rule));
            else _wrong.Add(_file.Finding(line, LintRules.Allowance, Unknown(rule)));
        }
    }

    private static string Unknown(string rule) => rule is LintRules.Feature or LintRules.Sentence or LintRules.Allowance
        ? $"\"{rule}\" cannot be allowed: nothing would run, or the comment is wrong"
        : $"no rule \"{Excerpt.Of(rule)}\"; {NearestName.Question(rule, LintRules.Advice)}allowed: "
            + string.Join(", ", LintRules.Advice);

    [GeneratedRegex(@"^#\s*lint\s*:\s*\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^#\s*lint\s*:\s*allow\s+(?<rules>[^:]+?)\s*(:.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}

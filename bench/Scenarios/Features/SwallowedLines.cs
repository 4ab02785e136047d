using Gherkin;
using Gherkin.Ast;
using HilBench.Rig;

namespace HilBench.Scenarios.Features;

/// <summary>
/// Gherkin takes whatever it does not know for a description, so a mistyped keyword makes a promise vanish and the run
/// green. Here such lines are mistakes.
/// </summary>
internal sealed class SwallowedLines
{
    private const int LongestKeyword = 20;

    private readonly List<string> _mistakes = [];
    private readonly string[] _lines;
    private readonly string _file;
    private readonly string[] _blocks;
    private readonly string[] _steps;
    private readonly string[] _sentenceSteps;

    private SwallowedLines(GherkinDialect dialect, string[] lines, string file)
    {
        _lines = lines;
        _file = file;
        _blocks =
        [
            .. dialect.ScenarioKeywords, .. dialect.ScenarioOutlineKeywords, .. dialect.BackgroundKeywords,
            .. dialect.ExamplesKeywords, .. dialect.RuleKeywords, .. dialect.FeatureKeywords,
        ];
        _steps = [.. dialect.StepKeywords.Where(IsWord)];
        _sentenceSteps =
        [
            .. dialect.GivenStepKeywords.Where(IsWord), .. dialect.WhenStepKeywords.Where(IsWord),
            .. dialect.ThenStepKeywords.Where(IsWord),
        ];
    }

    /// <summary>One line for each description line that reads like a keyword or a step.</summary>
    public static IReadOnlyList<string> Of(Feature feature, string text, string file)
    {
        var dialect = new GherkinDialectProvider().GetDialect(feature.Language, feature.Location);
        var search = new SwallowedLines(dialect, text.ReplaceLineEndings("\n").Split('\n'), file);
        search.Search(feature, isAboutSteps: false);
        search.Search(feature.Children);
        return search._mistakes;
    }

    private static bool IsWord(string keyword) => keyword.Any(char.IsLetter);

    private void Search(IEnumerable<IHasLocation> children)
    {
        foreach (var child in children)
        {
            if (child is IHasDescription described) Search(described, child is not Rule);
            if (child is Rule rule) Search(rule.Children);
            if (child is not Scenario scenario) continue;
            foreach (var examples in scenario.Examples) Search(examples, isAboutSteps: false);
        }
    }

    /// <param name="described">Whose description.</param>
    /// <param name="isAboutSteps">
    /// In a scenario or background a single line that begins like a step is one; elsewhere prose may begin so, and two
    /// in a row, written as steps are, give it away.
    /// </param>
    private void Search(IHasDescription described, bool isAboutSteps)
    {
        if (described.Description is not { } description) return;
        var at = ((IHasLocation)described).Location.Line;
        var texts = description.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToArray();
        var wasStep = false;
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0) continue;
            at = LineOf(texts[i], at);
            var isStep = isAboutSteps
                ? Begins(texts[i], _sentenceSteps, ignoreCase: true) || (wasStep && Begins(texts[i], _steps, true))
                : Begins(texts[i], _steps, false) && IsFollowedByStep(texts, i, wasStep);
            if (Keyword(texts[i]) is { } meant)
                Add(at, $"\"{texts[i]}\" is taken for a description; did you mean \"{meant}:\"?");
            else if (isStep)
            {
                var known = string.Join(", ", _steps.Select(step => step.Trim()).Distinct());
                Add(at, $"\"{texts[i]}\" is taken for a description, not for a step: steps begin with {known}, "
                    + "below a Scenario or Background with its colon");
            }

            wasStep = isStep;
        }
    }

    private bool IsFollowedByStep(string[] texts, int at, bool wasStep) =>
        wasStep || (at + 1 < texts.Length && Begins(texts[at + 1], _steps, ignoreCase: false));

    /// <summary>The keyword of a block that the line, or what stands before its colon, nearly is.</summary>
    private string? Keyword(string line)
    {
        var colon = line.IndexOf(':');
        var head = colon < 0 ? line : line[..colon].TrimEnd();
        if (head.Length > LongestKeyword) return null;
        if (colon < 0) return _blocks.FirstOrDefault(keyword => keyword == head);
        return head.Length < 4 ? null : NearestName.Of(head, _blocks);
    }

    private static bool Begins(string line, IEnumerable<string> keywords, bool ignoreCase) => keywords.Any(keyword =>
        line.StartsWith(keyword, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    /// <summary>Where the text stands; the parser keeps no places of description lines.</summary>
    private int LineOf(string text, int after)
    {
        for (var i = after; i < _lines.Length; i++)
        {
            if (_lines[i].Trim() == text) return i + 1;
        }

        return after;
    }

    private void Add(int line, string what) => _mistakes.Add($"{_file}:{line}: {what}");
}

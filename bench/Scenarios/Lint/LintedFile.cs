using Gherkin.Ast;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Lint;

/// <summary>A file that was read, and what was found in it so far.</summary>
internal sealed class LintedFile(string name, string text, IReadOnlyList<ScenarioCase> cases)
{
    public string Name { get; } = name;

    public string Text { get; } = text;

    public IReadOnlyList<ScenarioCase> Cases { get; } = cases;

    /// <summary>Null when the reader refused the file.</summary>
    public GherkinDocument? Document { get; set; }

    /// <summary>What a run refuses.</summary>
    public List<LintFinding> Refused { get; } = [];

    /// <summary>What looks like a slip.</summary>
    public List<LintFinding> Advice { get; } = [];

    public LintFinding Finding(int line, string rule, string what) => new(Name, line, rule, what);
}

using Gherkin;
using Gherkin.Ast;
using HilBench.Scenarios.Sentences;
using Table = Gherkin.Ast.DataTable;

namespace HilBench.Scenarios.Features;

/// <summary>Lays the tree of a feature out as cases: backgrounds first, one case for each example row.</summary>
internal sealed class CaseBuilder(string file, GherkinDialect dialect, SentenceBook book)
{
    private readonly List<ScenarioCase> _cases = [];
    private readonly List<string> _mistakes = [];
    private readonly StepKinds _kinds = new(book);
    private IReadOnlyList<string> _featureTags = [];

    /// <exception cref="FeatureMistakesException">
    /// A scenario has no steps, an outline no rows, or its columns and placeholders do not fit.
    /// </exception>
    public IReadOnlyList<ScenarioCase> Build(Feature feature)
    {
        _featureTags = TagsOf(feature.Tags);
        foreach (var (at, what) in EmptyBlocks.In(feature)) Mistake(at, what);
        Add(feature.Name, rule: null, feature.Children, [], TagsOf(feature.Tags));
        return _mistakes.Count == 0 ? CaseIdentity.Assign(_cases) : throw new FeatureMistakesException(_mistakes);
    }

    private void Add(
        string feature, string? rule, IEnumerable<IHasLocation> children, IReadOnlyList<Step> background, string[] tags)
    {
        foreach (var child in children)
        {
            if (child is Scenario empty && !empty.Steps.Any()) Mistake(empty, NoSteps(empty));
            switch (child)
            {
                case Background steps:
                    background = [.. background, .. steps.Steps];
                    break;
                case Rule inner:
                    Add(feature, inner.Name, inner.Children, background, [.. tags, .. TagsOf(inner.Tags)]);
                    break;
                case Scenario scenario when !scenario.Examples.Any():
                    if (dialect.ScenarioOutlineKeywords.Contains(scenario.Keyword)) DemandColumns(scenario);
                    string[] own = TagsOf(scenario.Tags);
                    _cases.Add(Case(feature, rule, scenario, scenario.Name, background, ExampleRow.None, tags, own));
                    break;
                case Scenario outline:
                    DemandColumns(outline);
                    AddExamples(feature, rule, outline, background, tags);
                    break;
            }
        }
    }

    /// <summary>"Example" begins a scenario, and rows below it are its description.</summary>
    private string NoSteps(Scenario empty) => empty.Description?.TrimStart().StartsWith('|') == true
        ? $"rows stand below \"{empty.Keyword}:\", which begins a scenario; "
            + $"did you mean \"{dialect.ExamplesKeywords[0]}:\"?"
        : $"scenario \"{Excerpt.Of(empty.Name)}\" has no steps, so it would prove nothing";

    private void DemandColumns(Scenario outline)
    {
        (int Line, string What)[] wrong = [.. Placeholders.WithoutColumn(outline, book)];
        // A misspelt placeholder leaves its column unused.
        if (wrong.Length == 0) wrong = [.. UnusedColumns.In(outline)];
        foreach (var (line, what) in wrong) _mistakes.Add($"{file}:{line}: {what}");
    }

    private void AddExamples(
        string feature, string? rule, Scenario outline, IReadOnlyList<Step> background, string[] tags)
    {
        foreach (var examples in outline.Examples)
        {
            if (examples.TableHeader is null || !examples.TableBody.Any())
            {
                Mistake(examples, "these examples have no rows, so the scenario would never run");
                continue;
            }

            var twice = examples.TableHeader.Cells.GroupBy(cell => cell.Value)
                .FirstOrDefault(cells => cells.Count() > 1);
            if (twice is not null)
                Mistake(examples.TableHeader, $"column \"{twice.Key}\" is named twice; each needs a name of its own");
            foreach (var example in ExampleRow.AllOf(examples))
            {
                var title = example.FillIn(outline.Name);
                // A title that names none of the values would give every row the same name.
                if (title == outline.Name) title = $"{title} ({string.Join(", ", example.Values)})";
                // As in Reqnroll, a scenario's own tags include those of its examples.
                string[] own = [.. TagsOf(outline.Tags), .. TagsOf(examples.Tags)];
                _cases.Add(Case(feature, rule, outline, title, background, example, tags, own));
            }
        }
    }

    private void Mistake(IHasLocation at, string what) => _mistakes.Add($"{file}:{at.Location.Line}: {what}");

    private ScenarioCase Case(
        string feature, string? rule, Scenario scenario, string title, IReadOnlyList<Step> background,
        ExampleRow example, string[] inherited, string[] own)
    {
        var line = example.Line ?? scenario.Location.Line;
        StepKind? kind = null;
        var steps = new List<StepCase>();
        foreach (var step in background) steps.Add(StepOf(step, ExampleRow.None, ref kind));
        foreach (var step in scenario.Steps) steps.Add(StepOf(step, example, ref kind));
        return new ScenarioCase
        {
            Feature = feature,
            Index = _cases.Count,
            FeatureTags = _featureTags,
            Rule = rule,
            Title = title,
            Description = scenario.Description?.Trim() ?? "",
            Place = new Place(file, line),
            Lines = example.Line is null ? [line] : [line, scenario.Location.Line],
            Row = example.BesideTitle(scenario.Name),
            OwnTags = [.. own.Distinct()],
            Tags = [.. inherited.Concat(own).Distinct()],
            Steps = steps,
        };
    }

    private StepCase StepOf(Step step, ExampleRow example, ref StepKind? before)
    {
        var text = example.FillIn(step.Text);
        var kind = _kinds.Of(step, text, before);
        before = kind;
        return new StepCase(step.Keyword.Trim(), kind, text, new Place(file, step.Location.Line))
        {
            DocString = step.DocString is { } doc ? example.FillIn(doc.Content) : null,
            Table = step.DataTable is { } table ? TableOf(table, example) : null,
            Written = step.Text,
            Column = step.Location.Column + step.Keyword.Length,
            Row = example.Told(Everything(step)),
        };
    }

    /// <summary>All that a row may put values into.</summary>
    private static string Everything(Step step) => string.Join('\n',
    [
        step.Text, step.DocString?.Content ?? "",
        .. step.DataTable?.Rows.SelectMany(row => row.Cells.Select(cell => cell.Value)) ?? [],
    ]);

    private static Reqnroll.DataTable TableOf(Table table, ExampleRow example)
    {
        var rows = table.Rows.Select(row => row.Cells.Select(cell => example.FillIn(cell.Value)).ToArray()).ToArray();
        var filled = new Reqnroll.DataTable(rows[0]);
        foreach (var row in rows.Skip(1)) filled.AddRow(row);
        return filled;
    }

    private static string[] TagsOf(IEnumerable<Tag> tags) => [.. tags.Select(tag => tag.Name.TrimStart('@'))];
}

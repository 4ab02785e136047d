using Gherkin;
using Gherkin.Ast;
using Table = Gherkin.Ast.DataTable;

namespace HilBench.Scenarios.Features;

/// <summary>Lays the tree of a feature out as cases: backgrounds first, one case for each example row.</summary>
internal sealed class CaseBuilder(string file)
{
    private readonly List<ScenarioCase> _cases = [];
    private readonly List<string> _mistakes = [];

    /// <exception cref="FeatureMistakesException">A scenario has no steps, or an outline no rows.</exception>
    public IReadOnlyList<ScenarioCase> Build(Feature feature)
    {
        Add(feature.Name, rule: null, feature.Children, [], TagsOf(feature.Tags));
        return _mistakes.Count == 0 ? CaseIdentity.Assign(_cases) : throw new FeatureMistakesException(_mistakes);
    }

    private void Add(
        string feature, string? rule, IEnumerable<IHasLocation> children, IReadOnlyList<Step> background, string[] tags)
    {
        foreach (var child in children)
        {
            if (child is Scenario empty && !empty.Steps.Any())
                Mistake(empty, $"scenario \"{empty.Name}\" has no steps, so it would prove nothing");
            switch (child)
            {
                case Background steps:
                    background = [.. background, .. steps.Steps];
                    break;
                case Rule inner:
                    Add(feature, inner.Name, inner.Children, background, [.. tags, .. TagsOf(inner.Tags)]);
                    break;
                case Scenario scenario when !scenario.Examples.Any():
                    string[] own = TagsOf(scenario.Tags);
                    _cases.Add(Case(feature, rule, scenario, scenario.Name, background, Example.None, tags, own));
                    break;
                case Scenario outline:
                    AddExamples(feature, rule, outline, background, tags);
                    break;
            }
        }
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

            var names = examples.TableHeader.Cells.Select(cell => cell.Value).ToArray();
            foreach (var row in examples.TableBody)
            {
                var example = new Example(names, [.. row.Cells.Select(cell => cell.Value)], row.Location.Line);
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
        Example example, string[] inherited, string[] own)
    {
        var line = example.Line ?? scenario.Location.Line;
        StepKind? kind = null;
        var steps = new List<StepCase>();
        foreach (var step in background) steps.Add(StepOf(step, Example.None, ref kind));
        foreach (var step in scenario.Steps) steps.Add(StepOf(step, example, ref kind));
        return new ScenarioCase
        {
            Feature = feature,
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

    private StepCase StepOf(Step step, Example example, ref StepKind? kind)
    {
        kind = step.KeywordType switch
        {
            StepKeywordType.Context => StepKind.Given,
            StepKeywordType.Action => StepKind.When,
            StepKeywordType.Outcome => StepKind.Then,
            _ => kind,
        };
        var place = new Place(file, step.Location.Line);
        return new StepCase(step.Keyword.Trim(), kind, example.FillIn(step.Text), place)
        {
            DocString = step.DocString is { } text ? example.FillIn(text.Content) : null,
            Table = step.DataTable is { } table ? TableOf(table, example) : null,
        };
    }

    private static Binding.DataTable TableOf(Table table, Example example)
    {
        var rows = table.Rows.Select(row => row.Cells.Select(cell => example.FillIn(cell.Value)).ToArray()).ToArray();
        var filled = new Binding.DataTable(rows[0]);
        foreach (var row in rows.Skip(1)) filled.AddRow(row);
        return filled;
    }

    private static string[] TagsOf(IEnumerable<Tag> tags) => [.. tags.Select(tag => tag.Name.TrimStart('@'))];

    /// <summary>One row of an outline's examples; none for a plain scenario.</summary>
    private sealed record Example(string[] Names, string[] Values, int? Line)
    {
        public static Example None { get; } = new([], [], null);

        /// <summary>The cells that a title with some of the names in it does not show.</summary>
        public IReadOnlyList<ExampleCell> BesideTitle(string title)
        {
            var isShown = Names.Select(name => title.Contains($"<{name}>", StringComparison.Ordinal)).ToArray();
            return isShown.Contains(true)
                ? [.. Names.Zip(Values, isShown).Where(cell => !cell.Third)
                    .Select(cell => new ExampleCell(cell.First, cell.Second))]
                : [];
        }

        public string FillIn(string text)
        {
            for (var i = 0; i < Names.Length; i++)
                text = text.Replace($"<{Names[i]}>", Values[i], StringComparison.Ordinal);
            return text;
        }
    }
}

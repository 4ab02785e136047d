using Gherkin.Ast;

namespace HilBench.Scenarios.Lint;

/// <summary>What each line of a feature file is, by the tree that the parser made of it.</summary>
internal sealed class LineMap
{
    private const int Level = 2;

    private readonly int?[] _indents;
    private readonly bool[] _kept;
    private readonly bool[] _comments;
    private readonly bool[] _begins;
    private readonly string?[] _texts;

    private LineMap(string[] lines)
    {
        Lines = lines;
        _indents = new int?[lines.Length];
        _kept = new bool[lines.Length];
        _comments = new bool[lines.Length];
        _begins = new bool[lines.Length];
        _texts = new string?[lines.Length];
    }

    public string[] Lines { get; }

    public int Count => Lines.Length;

    public static LineMap Of(GherkinDocument document, string[] lines)
    {
        var map = new LineMap(lines);
        foreach (var comment in document.Comments) map.Keep(comment.Location.Line - 1, isComment: true);
        var feature = document.Feature;
        // A line that names the language is no comment for the parser, and stands above everything.
        for (var at = 0; at < feature.Location.Line - 1; at++)
        {
            if (lines[at].AsSpan().TrimStart().StartsWith("#")) map.Keep(at, isComment: true);
        }

        map.Mark(feature.Tags, 0);
        map._indents[feature.Location.Line - 1] = 0;
        foreach (var child in feature.Children) map.Mark(child, Level);
        map.MarkDescriptions();
        return map;
    }

    /// <summary>True for a line that stays as it is, byte for byte.</summary>
    public bool IsKept(int at) => _kept[at];

    public bool IsBlank(int at) => !_kept[at] && string.IsNullOrWhiteSpace(Lines[at]);

    /// <summary>True where an empty line must stand before.</summary>
    public bool BeginsBlock(int at) => _begins[at];

    /// <summary>The line as it should be.</summary>
    public string Write(int at) => new string(' ', _indents[at] ?? 0) + (_texts[at] ?? Lines[at].Trim());

    private void Keep(int at, bool isComment)
    {
        _kept[at] = true;
        _comments[at] = isComment;
    }

    private void Mark(IHasLocation child, int indent)
    {
        switch (child)
        {
            case Rule rule:
                MarkBlock(rule, rule.Tags, indent);
                foreach (var inner in rule.Children) Mark(inner, indent + Level);
                break;
            case Background background:
                MarkBlock(background, [], indent);
                MarkSteps(background, indent + Level);
                break;
            case Scenario scenario:
                MarkBlock(scenario, scenario.Tags, indent);
                MarkSteps(scenario, indent + Level);
                foreach (var examples in scenario.Examples) Mark(examples, indent + Level);
                break;
        }
    }

    private void Mark(Examples examples, int indent)
    {
        Mark(examples.Tags, indent);
        _indents[examples.Location.Line - 1] = indent;
        if (examples.TableHeader is { } header) MarkTable([header, .. examples.TableBody], indent + Level);
    }

    private void MarkBlock(IHasLocation block, IEnumerable<Tag> tags, int indent)
    {
        Mark(tags, indent);
        _indents[block.Location.Line - 1] = indent;
        var first = tags.Select(tag => tag.Location.Line).Append(block.Location.Line).Min() - 1;
        // Comments right above belong to it.
        while (first > 0 && _comments[first - 1]) first--;
        _begins[first] = true;
    }

    private void Mark(IEnumerable<Tag> tags, int indent)
    {
        foreach (var tag in tags) _indents[tag.Location.Line - 1] = indent;
    }

    private void MarkSteps(StepsContainer block, int indent)
    {
        foreach (var step in block.Steps)
        {
            _indents[step.Location.Line - 1] = indent;
            if (step.DataTable is { } table) MarkTable([.. table.Rows], indent + Level);
            if (step.DocString is { } doc) KeepDocString(doc);
        }
    }

    private void KeepDocString(DocString doc)
    {
        var at = doc.Location.Line - 1;
        Keep(at, isComment: false);
        while (++at < Count)
        {
            Keep(at, isComment: false);
            if (Lines[at].AsSpan().TrimStart().StartsWith(doc.Delimiter, StringComparison.Ordinal)) return;
        }
    }

    private void MarkTable(IReadOnlyList<TableRow> rows, int indent)
    {
        int[] places = [.. rows.Select(row => row.Location.Line - 1)];
        var laid = TableLayout.Of([.. places.Select(at => Lines[at])]);
        for (var i = 0; i < places.Length; i++)
        {
            _indents[places[i]] = indent;
            _texts[places[i]] = laid?[i];
        }
    }

    /// <summary>
    /// What the tree has no place for is prose below a keyword. It moves as a whole, and its empty lines stay.
    /// </summary>
    private void MarkDescriptions()
    {
        var (prose, indent) = (new List<int>(), 0);
        for (var at = 0; at < Count; at++)
        {
            if (_kept[at] || string.IsNullOrWhiteSpace(Lines[at])) continue;
            if (_indents[at] is { } known)
            {
                Move(prose, indent);
                indent = known + Level;
            }
            else
            {
                prose.Add(at);
            }
        }

        Move(prose, indent);
    }

    private void Move(List<int> prose, int indent)
    {
        if (prose.Count == 0) return;
        var margin = prose.Select(at => Lines[at]).Aggregate(MarginOf(Lines[prose[0]]), Common);
        foreach (var at in prose)
        {
            _indents[at] = indent;
            _texts[at] = Lines[at][margin.Length..].TrimEnd();
        }

        foreach (var (before, after) in prose.Zip(prose.Skip(1)))
        {
            for (var between = before + 1; between < after; between++) KeepEmpty(between);
        }

        prose.Clear();
    }

    private static string MarginOf(string line) => line[..^line.TrimStart().Length];

    private static string Common(string margin, string line) =>
        margin[..margin.Zip(MarginOf(line)).TakeWhile(pair => pair.First == pair.Second).Count()];

    private void KeepEmpty(int at)
    {
        if (_kept[at]) return;
        _kept[at] = true;
        Lines[at] = "";
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace HilBench.OneByOne;

/// <summary>One changed expression of a Stryker report (format: mutation-testing-report-schema).</summary>
/// <param name="Id">The number by which the mutated assembly knows it.</param>
/// <param name="File">The name of its source file.</param>
/// <param name="Line">Where it starts, from 1.</param>
/// <param name="Original">The text before, on one line.</param>
/// <param name="Replacement">The text after, on one line.</param>
internal sealed partial record Mutant(int Id, string File, int Line, string Original, string Replacement)
{
    /// <summary>
    /// Mutants that never run, because they do not compile or lie in a block that is mutated as a whole.
    /// </summary>
    private static readonly string[] NotRun = ["CompileError", "Ignored"];

    public override string ToString() => $"{File}:{Line} `{Original}` -> `{Replacement}`";

    /// <summary>All mutants of a report that can run, in the order of their numbers.</summary>
    public static IReadOnlyList<Mutant> Read(string report)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(report));
        var mutants =
            from file in document.RootElement.GetProperty("files").EnumerateObject()
            let lines = file.Value.GetProperty("source").GetString()!.Split('\n')
            from mutant in file.Value.GetProperty("mutants").EnumerateArray()
            where !NotRun.Contains(mutant.GetProperty("status").GetString())
            let start = Place(mutant, "start")
            select new Mutant(
                int.Parse(mutant.GetProperty("id").GetString()!),
                Path.GetFileName(file.Name),
                start.Line,
                OnOneLine(Between(lines, start, Place(mutant, "end"))),
                OnOneLine(mutant.GetProperty("replacement").GetString() ?? ""));
        return [.. mutants.OrderBy(mutant => mutant.Id)];
    }

    private static (int Line, int Column) Place(JsonElement mutant, string end)
    {
        var place = mutant.GetProperty("location").GetProperty(end);
        return (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32());
    }

    private static string Between(string[] lines, (int Line, int Column) start, (int Line, int Column) end)
    {
        var whole = lines[(start.Line - 1)..end.Line];
        whole[^1] = whole[^1][..Math.Min(end.Column - 1, whole[^1].Length)];
        whole[0] = whole[0][Math.Min(start.Column - 1, whole[0].Length)..];
        return string.Join(' ', whole);
    }

    private static string OnOneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

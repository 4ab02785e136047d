using System.Globalization;
using HilBench.Scenarios.Features;

namespace HilBench.Scenarios.Reports;

/// <summary>
/// What the folder of a scenario is called in a report: its file and its line, <c>credit-12</c>. Where two files of a
/// run have one name, the folders they lie in come before it: <c>day_credit-12</c>. It follows from the files of the
/// run alone, not from what was red in it.
/// </summary>
public sealed class ScenarioFolders
{
    private const string Ending = ".feature";

    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    public ScenarioFolders(IEnumerable<string> files)
    {
        string[] all = [.. files.Distinct(StringComparer.Ordinal)];
        var names = all.Select(file => Name(file, above: 0)).ToArray();
        foreach (var alike in Enumerable.Range(0, all.Length)
            .GroupBy(at => names[at], StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var told = ToldApart([.. alike.Select(at => all[at])]);
            foreach (var (at, name) in alike.Zip(told)) names[at] = name;
        }

        foreach (var (file, stem) in all.Zip(SafeName.Unique(names))) _stems.Add(file, stem);
    }

    /// <summary>The name of the folder, which lies in <see cref="ScenarioFiles.FolderName"/>.</summary>
    public string Of(ScenarioCase scenario) => Of(scenario.Place.File, scenario.Place.Line, scenario.Round);

    /// <param name="file">One of those given before.</param>
    /// <param name="line">Where the scenario begins in it.</param>
    /// <param name="round">Which time it ran, from 0.</param>
    public string Of(string file, int line, int round = 0)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"{_stems[file]}-{line}");
        return round == 0 ? folder : string.Create(CultureInfo.InvariantCulture, $"{folder}-round-{round + 1}");
    }

    /// <summary>With as many folders before the name as it takes.</summary>
    private static string[] ToldApart(IReadOnlyList<string> files)
    {
        var most = files.Max(file => Parts(file).Length - 1);
        for (var above = 1; ; above++)
        {
            string[] names = [.. files.Select(file => Name(file, above))];
            var isDone = above >= most || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length;
            if (isDone) return names;
        }
    }

    private static string Name(string file, int above)
    {
        var parts = Parts(file);
        var name = string.Join('_', parts.TakeLast(above + 1));
        return SafeName.Of(name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : name);
    }

    private static string[] Parts(string file) => file.Split('/', StringSplitOptions.RemoveEmptyEntries);
}

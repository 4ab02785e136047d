using System.Globalization;
using System.Text;
using HilBench.History;
using HilBench.Scenarios.Features;

namespace HilBench.Runs;

/// <summary>
/// All scenarios that a run was asked for, whichever shard has them: what the shards of one run must agree on.
/// </summary>
public sealed class ScenarioList
{
    private readonly Dictionary<(string File, int Line, int Round), int> _places = [];

    /// <param name="all">In the order of the run, those that the rig cannot do with them.</param>
    public ScenarioList(IReadOnlyList<ScenarioCase> all)
    {
        Count = all.Count;
        Files = [.. all.Select(one => one.Place.File).Distinct(StringComparer.Ordinal)];
        var texts = all.DistinctBy(one => one.Place.File)
            .ToDictionary(one => one.Place.File, TextOf, StringComparer.Ordinal);
        var told = new StringBuilder();
        foreach (var (one, at) in all.Select((one, at) => (one, at)))
        {
            _places.TryAdd(PlaceOf(one), at);
            told.Append(CultureInfo.InvariantCulture, $"{texts[one.Place.File]} {one.Round} {one.Place} ")
                .Append(RunLog.NameOf(one)).Append('\n');
        }

        Digest = Fingerprint.Of(Encoding.UTF8.GetBytes(told.ToString()));
    }

    public int Count { get; }

    /// <summary>The same exactly when the scenarios, their order and the texts of their features are.</summary>
    public string Digest { get; }

    /// <summary>Every feature file.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Which of them it is, from 0.</summary>
    public int IndexOf(ScenarioCase scenario) => _places[PlaceOf(scenario)];

    private static (string, int, int) PlaceOf(ScenarioCase one) => (one.Place.File, one.Place.Line, one.Round);

    /// <summary>A checkout on Windows may have other line ends.</summary>
    private static string TextOf(ScenarioCase one) =>
        Fingerprint.Of(Encoding.UTF8.GetBytes(one.Source.ReplaceLineEndings("\n")));
}

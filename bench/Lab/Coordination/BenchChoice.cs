using HilBench.Input;
using HilBench.Lab.Bus;
using HilBench.Lab.Told;

namespace HilBench.Lab.Coordination;

/// <summary>The benches that a run may use.</summary>
/// <param name="request">What it asks for.</param>
/// <param name="user">Whose run it is.</param>
internal sealed class BenchChoice(LabRequest request, string user)
{
    private const int MostNamed = 4;

    /// <summary>The meter that all of them must hold; null when any may.</summary>
    private string? _meter;

    /// <summary>Why a bench is not for this run; null when it is.</summary>
    public string? WhyNot(BenchCard bench)
    {
        if (request.On?.Matches(bench) == false) return "--on leaves it out";
        if (bench.Build != request.Build) return $"its build is {bench.Build}, and this program is {request.Build}";
        if (bench.Accepts.Count > 0 && !bench.Accepts.Contains(user)) return $"it takes no work of {user}";
        return _meter is { } meter && bench.Meter != meter ? $"its meter is {bench.Meter}, and not {meter}" : null;
    }

    /// <summary>Looks at who is there, and which meters they hold.</summary>
    /// <param name="here">The benches that are at the lab.</param>
    /// <param name="away">Those that were.</param>
    /// <returns>The benches that fit.</returns>
    /// <exception cref="LabException">None fits.</exception>
    /// <exception cref="SettingsException">They hold different meters.</exception>
    public IReadOnlyList<BenchCard> Among(IReadOnlyList<BenchCard> here, IReadOnlyList<BenchCard> away)
    {
        BenchCard[] fitting = [.. here.Where(bench => WhyNot(bench) is null)];
        if (fitting.Length == 0) throw new LabException(Nobody(here, away));
        var meters = fitting.GroupBy(bench => bench.Meter).OrderBy(one => one.Key, StringComparer.Ordinal).ToArray();
        if (meters.Length > 1 && !request.Mix)
        {
            var told = meters.Select(group => $"{group.Key} on {string.Join(", ", group.Select(bench => bench.Name))}");
            throw new SettingsException(
                $"the rigs that fit hold different meters ({string.Join("; ", told)}): choose with --on, or let them "
                + "share the scenarios with --mix");
        }

        if (!request.Mix) _meter = fitting[0].Meter;
        return fitting;
    }

    private string Nobody(IReadOnlyList<BenchCard> here, IReadOnlyList<BenchCard> away)
    {
        var all = here.Select(bench => (bench.Name, Why: WhyNot(bench)!))
            .Concat(away.Where(bench => WhyNot(bench) is null).Select(bench => (bench.Name, Why: "it is offline")));
        string[] whys =
        [
            .. all.GroupBy(one => one.Why, one => one.Name).Select(group => $"{NamesOf([.. group])}: {group.Key}"),
        ];
        return whys.Length == 0
            ? "no rig is at the lab; hilbench lab join offers one"
            : $"no rig that fits is at the lab ({string.Join("; ", whys)})";
    }

    /// <summary>A hundred of one reason are not all named.</summary>
    private static string NamesOf(string[] names) => names.Length <= MostNamed
        ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";
}

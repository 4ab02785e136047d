using HilBench.Meter;
using HilBench.RigFiles;

namespace HilBench.Campaign.Plans;

/// <summary>The profiles that a plan names, each read once.</summary>
/// <param name="read">Reads the profile of a name or file, as it stands in the plan.</param>
internal sealed class PlanProfiles(Func<string, MeterProfile> read)
{
    private readonly SortedDictionary<string, MeterProfile> _read = new(StringComparer.Ordinal);

    /// <summary>Those that were read so far, by what the plan calls them.</summary>
    public IReadOnlyDictionary<string, MeterProfile> Read => _read;

    /// <summary>Shipped ones by name, and files, which are looked for from the folder of the plan.</summary>
    public static PlanProfiles Beside(string folder) => new(said =>
        ProfileFiles.Load(SettingsFolder.IsPath(said) ? Path.Combine(folder, said) : said));

    /// <exception cref="Input.SettingsException">There is none of that name, or it is wrong.</exception>
    public MeterProfile Of(string said)
    {
        if (_read.TryGetValue(said, out var known)) return known;
        return _read[said] = read(said);
    }
}

using System.Text;
using HilBench.Input;
using HilBench.RigFiles;

namespace HilBench.Campaign.Plans;

/// <summary>A plan file: the plan, what was published about it, and its what-ifs.</summary>
public sealed record PlanFile
{
    private readonly Setting _root;
    private readonly PlanProfiles _profiles;
    private readonly byte[]? _json;

    private PlanFile(Setting root, string name, PlanProfiles profiles, byte[]? json)
    {
        (_root, Name, _profiles, _json) = (root, name, profiles, json);
        var plan = PlanReader.Read(root, name, profiles);
        Variants = [new Variant(BaseName, plan.Description, plan), .. WhatIfs(root, plan)];
        Published = PlanReader.Published(root, plan);
        Fit = PlanReader.Fit(root, plan, Published);
    }

    /// <summary>What the plan itself is called beside its what-ifs.</summary>
    public const string BaseName = "plan";

    public string Name { get; }

    public long Meters => Variants[0].Plan.Meters;

    internal IReadOnlyList<Variant> Variants { get; }

    internal IReadOnlyList<PublishedFigure> Published { get; }

    internal IReadOnlyList<FitSetting> Fit { get; }

    /// <exception cref="SettingsException">The file cannot be read or is wrong; the message is one line.</exception>
    internal static PlanFile Read(string name, string path) => Judged(
        InputFile.Shown(path), name, PlanProfiles.Beside(Path.GetDirectoryName(path) ?? ""), InputFile.Read(path));

    /// <exception cref="SettingsException">It is wrong; the message is one line that begins with the file.</exception>
    internal static PlanFile Parse(string name, string file, ReadOnlySpan<byte> json) =>
        Judged(file, name, PlanProfiles.Beside(""), json.ToArray());

    /// <summary>Reads what <see cref="ToText"/> wrote, maybe on another machine; no file of this one is read.</summary>
    /// <exception cref="SettingsException">It is something else; the message is one line.</exception>
    public static PlanFile OfText(string text)
    {
        var plan = PlanText.Read(text);
        return Judged("plan", plan.Name, plan.ToProfiles(), Encoding.UTF8.GetBytes(plan.Json));
    }

    /// <summary>The plan with all that it names, as one text.</summary>
    public string ToText() => _json is null
        ? throw new InvalidOperationException("A plan with a setting changed has no text.")
        : PlanText.Of(Name, Encoding.UTF8.GetString(_json), _profiles).Write();

    /// <summary>The plan with one setting another; the what-ifs go.</summary>
    internal PlanFile With(string path, decimal value) =>
        new(PlanChanges.Set(PlanChanges.Without(_root, "whatIfs"), path, value), Name, _profiles, json: null);

    /// <summary>What a setting is now.</summary>
    internal decimal ValueOf(string path) => PlanChanges.ValueOf(_root, path);

    /// <summary>
    /// All that decides the result, as one text: each setting of the file, and the text of each profile.
    /// </summary>
    internal string Text()
    {
        var profiles = Variants.SelectMany(one => one.Plan.Profiles).Select(one => one.Profile)
            .Select(profile => Convert.ToHexString(ProfileFiles.TextOf(profile) ?? []))
            .Distinct();
        return $"{PlanChanges.Text(_root)}\n{string.Join('\n', profiles)}";
    }

    private static PlanFile Judged(string file, string name, PlanProfiles profiles, byte[] json)
    {
        var root = SettingsFile.Parse(file, json);
        PlanRules.Root.Judge(root, "");
        return new PlanFile(root, name, profiles, json);
    }

    private IEnumerable<Variant> WhatIfs(Setting root, CampaignPlan plan)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { BaseName };
        foreach (var whatIf in root.Groups("whatIfs"))
        {
            var name = whatIf.Text("name", "");
            if (name.Length == 0) throw whatIf.Wrong("a what-if has no name");
            if (!names.Add(name))
                throw whatIf.Wrong($"two plans are called \"{OneLine.Beginning(name)}\"; each needs a name of its own");
            var changed = PlanChanges.Merge(root, whatIf.Group("changes"));
            var read = PlanReader.Read(changed, plan.Name, _profiles);
            yield return new Variant(name, whatIf.Text("description", ""), read);
        }
    }
}

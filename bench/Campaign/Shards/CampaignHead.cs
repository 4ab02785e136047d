using HilBench.Campaign.Houses;
using HilBench.Campaign.Plans;
using HilBench.Tokens;

namespace HilBench.Campaign.Shards;

/// <summary>What a campaign began with: shards of campaigns that differ in it do not belong together.</summary>
internal sealed record CampaignHead(
    string Plan, IReadOnlyList<string> Plans, long Meters, ulong Seed, int Seeds, int ShardSize, string Build,
    string Settings)
{
    public static CampaignHead Of(PlanFile file, IReadOnlyList<Variant> variants, long meters, ulong seed, int seeds) =>
        new(
            file.Name, [.. variants.Select(variant => variant.Name)], meters, seed, seeds, ShardName.Size,
            BuildNumber(), file.Text());

    /// <summary>What is not the same, in words; null when nothing is.</summary>
    public string? DifferenceTo(CampaignHead now) =>
        Meters != now.Meters ? $"{Meters} meters, not {now.Meters}"
        : Seed != now.Seed ? $"seed {Seed}, not {now.Seed}"
        : Seeds != now.Seeds ? $"{Seeds} seeds, not {now.Seeds}"
        : ShardSize != now.ShardSize ? $"shards of {ShardSize} meters, not of {now.ShardSize}"
        : Plan != now.Plan ? $"plan {Plan}, not {now.Plan}"
        : Settings != now.Settings ? $"plan {Plan} or a profile of it was changed since"
        : !Plans.SequenceEqual(now.Plans) ? "other what-ifs"
        : Build != now.Build ? "another build of hilbench wrote it"
        : null;

    /// <summary>Names the code that lives the lives: each compilation has a number of its own.</summary>
    private static string BuildNumber()
    {
        Type[] ofEach = [typeof(House), typeof(Meter.Meter), typeof(StaTables)];
        return string.Join('-', ofEach.Select(type => type.Module.ModuleVersionId.ToString("N")[..8]));
    }
}

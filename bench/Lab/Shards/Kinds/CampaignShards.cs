using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Campaign.Plans;
using HilBench.Campaign.Runs;
using HilBench.Campaign.Shards;

namespace HilBench.Lab.Shards.Kinds;

/// <summary>The shards of a campaign: ten thousand meters each.</summary>
public static class CampaignShards
{
    internal static ShardKind Kind { get; } = new("campaign", Life);

    /// <summary>Has the shards of a campaign lived by a lab.</summary>
    public static ShardsElsewhere In(ShardLab lab, CampaignRequest request, int shards)
    {
        var work = new Work(
            request.Plan.ToText(), request.WithWhatIfs, request.Meters, request.Seed, request.Folder is not null);
        var text = JsonSerializer.Serialize(work, JsonSerializerOptions.Web);
        var order = new ShardOrder(Kind.Name, $"campaign {request.Plan.Name}", text, shards);
        return (numbers, stop) => lab.Live(order, numbers, Unpack, stop);
    }

    private static ShardLife Life(string text)
    {
        var work = Sent.Read<Work>(text);
        var shards = new ShardWork(PlanFile.OfText(work.Plan), work.WhatIfs, work.Meters, work.Seed);
        return (number, stop) => Pack(shards.Live(number, work.Files, stop));
    }

    /// <summary>How long the first file is, the first, and then the other.</summary>
    private static byte[] Pack(ShardFiles files) =>
        [.. BitConverter.GetBytes(files.Days.Length), .. files.Days, .. files.Meters];

    private static ShardFiles Unpack(byte[] bytes)
    {
        if (bytes.Length < sizeof(int)) throw new InvalidDataException("too short for a shard");
        var length = BitConverter.ToInt32(bytes);
        if (length < 0 || length > bytes.Length - sizeof(int)) throw new InvalidDataException("half a shard");
        var end = sizeof(int) + length;
        return new ShardFiles(bytes[sizeof(int)..end], bytes[end..]);
    }

    /// <summary>What is lived.</summary>
    /// <param name="Plan">The plan with its profiles.</param>
    /// <param name="WhatIfs">Also its what-ifs.</param>
    /// <param name="Meters">How many.</param>
    /// <param name="Seed">The first.</param>
    /// <param name="Files">Whether what became of each meter is wanted.</param>
    private sealed record Work(
        [property: JsonRequired] string Plan, bool WhatIfs, [property: JsonRequired] long Meters, ulong Seed,
        bool Files);
}

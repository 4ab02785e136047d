using System.Text.Json;
using HilBench.Meter;
using HilBench.Simulation.Crash;
using HilBench.Simulation.Trials;

namespace HilBench.Lab.Shards.Kinds;

/// <summary>The cuts in every write: a shard for each profile and medium.</summary>
public static class CrashShards
{
    internal static ShardKind Kind { get; } = new("cuts", Life);

    /// <summary>Has a sweep lived by a lab.</summary>
    public static CrashesElsewhere In(
        ShardLab lab, IReadOnlyList<MeterProfile> profiles, CrashSearch search, int parts)
    {
        var text = JsonSerializer.Serialize(new Work(Sent.Of(profiles), search), JsonSerializerOptions.Web);
        var order = new ShardOrder(Kind.Name, "a cut in every write", text, parts);
        return (numbers, stop) => lab.Live(order, numbers, Unpack, stop);
    }

    private static ShardLife Life(string text)
    {
        var work = Sent.Read<Work>(text);
        var sweep = new CrashSweep(Sent.Read(work.Profiles), static profile => new ModelFirmware(profile), work.Search);
        return (number, stop) => JsonSerializer.SerializeToUtf8Bytes(sweep.Live(number, stop));
    }

    private static CrashResult Unpack(byte[] bytes) =>
        JsonSerializer.Deserialize<CrashResult>(bytes) ?? throw new InvalidDataException("no cuts");

    private sealed record Work(IReadOnlyList<SentProfile> Profiles, CrashSearch Search);
}

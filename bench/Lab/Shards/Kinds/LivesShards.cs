using System.Text.Json;
using HilBench.Meter;
using HilBench.Simulation.Lives;
using HilBench.Simulation.Trials;

namespace HilBench.Lab.Shards.Kinds;

/// <summary>Batches of a thousand lives. A life that breaks a promise is shortened by whoever asked.</summary>
public static class LivesShards
{
    internal static ShardKind Kind { get; } = KindWith(static profile => new ModelFirmware(profile));

    /// <summary>Has batches of lives lived by a lab.</summary>
    public static BatchesElsewhere In(ShardLab lab, IReadOnlyList<MeterProfile> profiles, long lives, ulong seed)
    {
        var text = JsonSerializer.Serialize(new Work(Sent.Of(profiles), lives, seed), JsonSerializerOptions.Web);
        var order = new ShardOrder(Kind.Name, $"{lives} lives", text, LivesRun.Batches(lives));
        return (numbers, stop) => lab.Live(order, numbers, Unpack, stop);
    }

    /// <summary>With another meter, which breaks a promise.</summary>
    internal static ShardKind KindWith(Func<MeterProfile, IFirmware> make) => new("lives", text =>
    {
        var work = Sent.Read<Work>(text);
        var profiles = Sent.Read(work.Profiles);
        return (number, stop) =>
        {
            var run = new LivesRun(profiles, make) { Stop = stop };
            return JsonSerializer.SerializeToUtf8Bytes(run.Live(work.Lives, work.Seed, number, jobs: 1));
        };
    });

    private static BatchSums Unpack(byte[] bytes) =>
        JsonSerializer.Deserialize<BatchSums>(bytes) ?? throw new InvalidDataException("no sums");

    private sealed record Work(IReadOnlyList<SentProfile> Profiles, long Lives, ulong Seed);
}

using System.CommandLine;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards.Kinds;

namespace HilBench.Cli;

/// <summary>
/// <c>hilbench lab join --shards N</c>: lives shards of campaigns and lives, with a rig or without one.
/// </summary>
internal static class LabShards
{
    private const ulong Most = 256;

    public static Option<ulong?> Option() => Options.Whole(
        "--shards", "So many shards of campaigns and lives at a time; without --rig nothing else.", 1, Most);

    /// <summary>Lives shards and has no rig.</summary>
    public static int Join(LabAddress address, string name, int threads, IReadOnlyList<string> accepts) =>
        LabMember.Run(address, name, (bus, joined, stop) =>
        {
            joined($"{threads} shards at a time");
            return Live(bus, threads, accepts, stop);
        });

    /// <summary>Lives shards until it is stopped.</summary>
    public static Task Live(LabBus bus, int threads, IReadOnlyList<string> accepts, CancellationToken stop) =>
        LabWorker.Run(
            bus, threads, user => accepts.Count == 0 || accepts.Contains(user), Console.Error.WriteLine, stop);
}

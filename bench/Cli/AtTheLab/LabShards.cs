using System.CommandLine;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards.Kinds;
using HilBench.Physical;

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
    public static int Join(LabPlace place, string name, int threads, IReadOnlyList<string> accepts)
    {
        using var interrupt = new Interrupt();
        using var manager = ServiceManager.OfThisProcess();
        try
        {
            Work().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            // It was stopped while it waited for the broker.
        }

        manager.Tell(ServiceManager.Stopping);
        Console.WriteLine($"{name} has left the lab");
        return 0;

        async Task Work()
        {
            var address = place.Address();
            await using var bus = await LabBus.Open(address, name, Console.Error.WriteLine, interrupt.Token);
            Console.WriteLine($"{name} is at the lab {address.Shown} ({threads} shards at a time); Ctrl-C ends it");
            manager.Tell(ServiceManager.Ready);
            await Live(bus, threads, accepts, interrupt.Token);
        }
    }

    /// <summary>Lives shards until it is stopped.</summary>
    public static Task Live(LabBus bus, int threads, IReadOnlyList<string> accepts, CancellationToken stop) =>
        LabWorker.Run(
            bus, threads, user => accepts.Count == 0 || accepts.Contains(user), Console.Error.WriteLine, stop);
}

using System.CommandLine;
using HilBench.Lab.Told;
using HilBench.Lab.Bus;

namespace HilBench.Cli;

/// <summary><c>hilbench lab</c>: many rigs, and whoever needs one.</summary>
internal static class LabCommand
{
    private const string Help = """
        A lab of many rigs, on a NATS server with JetStream: who has which rig, what runs where.

        Examples:
          hilbench lab join --nats nats://lab:4222 --rig raspberry-pi --name bench-1     on each bench
          hilbench lab rigs --nats nats://lab:4222                                       which are free
          hilbench lab run features --nats nats://lab:4222 --on "model=clou"             on all that fit
          hilbench lab lease bench-1 --for 30m --nats nats://lab:4222                    for work by hand
        docs/lab.md says how a lab is set up.
        """;

    public static Command Create() => new("lab", Help)
    {
        LabJoinCommand.Create(), LabRigsCommand.Create(), LabLeaseCommand.Lease(), LabLeaseCommand.Release(),
        LabRunCommand.Create(),
    };

    /// <summary>Does something with the broker, once it is connected.</summary>
    internal static int Connected(
        LabPlace place, CancellationToken stop, Func<LabBoard, CancellationToken, Task<int>> work)
    {
        return Run().GetAwaiter().GetResult();

        async Task<int> Run()
        {
            var address = place.Address();
            await using var bus = await LabBus.Open(address, address.User, waits: null, stop);
            return await work(new LabBoard(bus), stop);
        }
    }
}

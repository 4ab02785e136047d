using HilBench.Lab.Bus;
using HilBench.Physical;

namespace HilBench.Cli;

/// <summary>A process that belongs to a lab until it is stopped: a bench, or one that lives shards.</summary>
internal static class LabMember
{
    /// <summary>Joins, waits for a broker that is away, and ends with Ctrl-C or SIGTERM.</summary>
    /// <param name="address">Where the broker is.</param>
    /// <param name="name">What the lab calls it.</param>
    /// <param name="work">What it does; it says what it is when the lab knows of it.</param>
    public static int Run(
        LabAddress address, string name, Func<LabBus, Action<string>, CancellationToken, Task> work)
    {
        using var interrupt = new Interrupt();
        using var manager = ServiceManager.OfThisProcess();
        try
        {
            Work(interrupt.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            // It was stopped while it waited for the broker.
        }

        manager.Tell(ServiceManager.Stopping);
        Console.WriteLine($"{name} has left the lab");
        return 0;

        async Task Work(CancellationToken stop)
        {
            await using var bus = await LabBus.Open(address, name, Console.Error.WriteLine, stop);
            await work(bus, Joined, stop);
        }

        void Joined(string what)
        {
            Console.WriteLine($"{name} is at the lab {address.Shown} ({what}); Ctrl-C ends it");
            manager.Tell(ServiceManager.Ready);
        }
    }
}

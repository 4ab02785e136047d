using HilBench.Physical.Ports;
using HilBench.RigFiles;
using HilBench.TokenPort.Links;
using HilBench.Vending;

namespace HilBench.Cli;

/// <summary>
/// <c>hilbench meter</c> on a rig with a real serial panel: the meter in real time until Ctrl-C. A cable that is pulled
/// is waited for; the meter begins again from its record when the panel is back.
/// </summary>
internal static class PanelMeter
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    public static int Run(PanelPlan plan, IReadOnlyList<Slip> slips)
    {
        using var interrupt = new Interrupt();
        var station = new VendingStation(plan.Tables, plan.Seed);
        var record = MeterCommand.Sample(plan).AsMade(station, plan.Profile);
        TimeSpan? lostFor = null;
        while (!interrupt.Token.IsCancellationRequested && !Keyboard.IsTerminalClosed)
        {
            try
            {
                using var rig = PanelOnPort.Open(plan.OnPort);
                rig.Manufacture(record);
                Console.WriteLine($"meter on panel {plan.Port}; Ctrl-C ends");
                if (lostFor is null) Print(slips);
                lostFor = TimeSpan.Zero;
                while (!interrupt.Token.IsCancellationRequested && !Keyboard.IsTerminalClosed)
                {
                    rig.Wait(Breath);
                    record = rig.Stored?.Registers ?? record;
                }
            }
            catch (LinkLostException lost) when (lostFor < plan.ReconnectPatience)
            {
                if (lostFor == TimeSpan.Zero) Console.WriteLine($"{lost.Message}; waiting for it to come back");
                interrupt.Token.WaitHandle.WaitOne(Retry);
                lostFor += Retry;
            }
            catch (LinkLostException lost) when (lostFor is not null)
            {
                throw new LinkLostException(
                    plan.Port, $"waited {plan.ReconnectPatience.TotalSeconds:0} s for the cable to come back", lost);
            }
        }

        return 0;
    }

    /// <summary>Its glass hangs elsewhere, so the tokens beside it are printed once.</summary>
    private static void Print(IReadOnlyList<Slip> slips)
    {
        foreach (var slip in slips) Console.WriteLine($"  {slip.Number.ToGroups()}   {slip.Title}");
    }
}

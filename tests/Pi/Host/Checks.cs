using System.Globalization;
using HilBench.Meter;
using HilBench.Rig.Vending;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

namespace HilBench.Pi;

/// <summary>
/// What no scenario asks: how busy an idle meter is, and what the meter says when pins are not as they should be.
/// </summary>
internal sealed class Checks(VmPlan plan)
{
    private const double MostBusy = 0.02;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public IReadOnlyList<Verdict> Run()
    {
        using var rig = (VmRig)plan.Build(seed: 1);
        var station = new VendingStation(plan.Tables, new Random(1));
        rig.Manufacture(new MeterDescription().AsMade(station, MeterProfile.Generic));
        rig.Mains.Return();
        rig.Clock.Wait(Settling);
        var (busyBefore, before) = Ticks(plan.Machine);
        rig.Clock.Wait(Measured);
        var (busyAfter, after) = Ticks(plan.Machine);
        var busy = (busyAfter - busyBefore) / 100 / (after - before);
        var isIdle = busy < MostBusy;
        Say(isIdle, FormattableString.Invariant($"an idle meter takes {busy:P1} of an emulated core"));
        var isTaken = Says(plan.Machine, "taken", "pin ", "exit 3");
        rig.Dispose();
        var isGone = Says(plan.Machine, "nochip", "there is no /dev/gpiochip", "exit 3");
        return [.. new[] { isIdle, isTaken, isGone }.Select(isRight => isRight ? Verdict.Passed : Verdict.Failed)];
    }

    private static (double Busy, double At) Ticks(VirtualMachine machine)
    {
        machine.Tell("ticks");
        var words = machine.Expect("ticks", Patience).Split(' ');
        double Number(int word) => double.Parse(words[word], CultureInfo.InvariantCulture);
        return (Number(1) + Number(2), Number(3));
    }

    private static bool Says(VirtualMachine machine, string what, string part, string end)
    {
        while (machine.Said.Reader.TryRead(out _))
        {
        }

        machine.Tell($"try {what}");
        var said = new List<string>();
        using var patience = new CancellationTokenSource(Patience);
        do said.Add(machine.Said.Reader.ReadAsync(patience.Token).AsTask().GetAwaiter().GetResult());
        while (!said[^1].StartsWith("exit ", StringComparison.Ordinal));
        var isRight = said[^1] == end && said.Count == 2 && said[0].Contains(part, StringComparison.Ordinal);
        Say(isRight, $"{what}: {string.Join(" / ", said)}");
        return isRight;
    }

    private static void Say(bool isRight, string what) =>
        Console.WriteLine($"  {(isRight ? "ok" : "WRONG"),-6} {what}");
}

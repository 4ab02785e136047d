using System.Globalization;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;
using HilBench.Vending;

namespace HilBench.Pi;

/// <summary>
/// Checks that no scenario can make: how busy an idle meter is, how it ends, and what it says when its pins are not as
/// they should be. A check whose key press was lost is repeated once on a fresh machine, as scenarios are.
/// </summary>
internal sealed class Checks(VmPlan plan)
{
    private const double Goal = 0.02;

    /// <summary>
    /// A busy loop takes a whole core. An emulated one on a busy host may miss the goal without a fault.
    /// </summary>
    private const double BusyLoop = 0.1;

    private const int MostLooks = 15;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>
    /// Ways to break the guest, whether a meter runs meanwhile, and what must be said, as in the table of
    /// docs/hardware/raspberry-pi.md.
    /// </summary>
    public static IReadOnlyList<(string What, bool BesideAMeter, string Says)> Refusals { get; } =
    [
        ("taken", true, "cannot be opened"),
        ("nochip", false, "there is no /dev/gpiochip*"),
        ("nopermission", false, "no permission for /dev/gpiochip0"),
        ("nolibrary", false, "libgpiod is not installed"),
    ];

    /// <summary>How many checks were made twice.</summary>
    public int Repeated { get; private set; }

    public IReadOnlyList<Verdict> Run() =>
    [
        Make("idle", Idle),
        .. new[] { "TERM", "INT", "KILL" }.Select(signal => Make(signal, () => new Ending(plan, signal).Check())),
        .. Refusals.Select(refusal => Make(
            refusal.What, () => Refusal(refusal.What, refusal.BesideAMeter, refusal.Says))),
        Make("web", Web),
    ];

    /// <summary>A meter that was just made and switched on.</summary>
    public static VmRig Running(VmPlan plan, MeterRegisters made)
    {
        var rig = (VmRig)plan.Build(seed: 1);
        rig.Manufacture(made);
        rig.Mains.Return();
        return rig;
    }

    private Verdict Make(string name, Func<(bool IsRight, string Text)> check)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (isRight, text) = check();
                Screen.Write($"  {(isRight ? "ok" : "WRONG"),-8} {plan.Label}  {text}");
                return isRight ? Verdict.Passed : Verdict.Failed;
            }
            catch (StimulusNotDeliveredException lost) when (attempt == 1)
            {
                Screen.Write($"  invalid, once more: {plan.Label}  {name}", $"    {lost.Message}");
                plan.Renew();
                Repeated++;
            }
            catch (StimulusNotDeliveredException lost)
            {
                Screen.Write($"  invalid  {plan.Label}  {name}: {lost.Message}");
                return Verdict.Invalid;
            }
        }
    }

    /// <summary>
    /// Takes the quietest of several periods. In the first one the program is still being compiled, and when a busy
    /// host takes the emulated processor away, the guest counts that as work of whichever program ran. A meter that
    /// never rests has no quiet period.
    /// </summary>
    private (bool IsRight, string Text) Idle()
    {
        using var rig = Running(plan, Made());
        var least = 1.0;
        var looks = 0;
        rig.Clock.Wait(Window);
        while (looks++ < MostLooks && least >= Goal)
        {
            var (busyBefore, before) = Ticks();
            rig.Clock.Wait(Window);
            var (busyAfter, after) = Ticks();
            least = Math.Min(least, (busyAfter - busyBefore) / 100 / (after - before));
        }

        return (least < BusyLoop, FormattableString.Invariant(
            $"an idle meter takes {least:P1} of a core{(least < Goal ? "" : ", which is over the goal of 2 %")}"));
    }

    private (double Busy, double At) Ticks()
    {
        plan.Machine.Tell("ticks");
        var words = plan.Machine.Expect("ticks", Patience).Split(' ');
        double Number(int word) => double.Parse(words[word], CultureInfo.InvariantCulture);
        return (Number(1) + Number(2), Number(3));
    }

    /// <summary>The panel in a browser shows the meter on these pins, and ends in good order.</summary>
    private (bool IsRight, string Text) Web()
    {
        var said = Try("web");
        return (said is [var line, "exit 0"] && line.Contains("Display: 10.0 kWh, This rig", StringComparison.Ordinal),
            $"the panel in a browser: {string.Join(" / ", said)}");
    }

    private List<string> Try(string what)
    {
        plan.Machine.AwaitBoot();
        plan.Machine.Forget();
        plan.Machine.Tell($"try {what}");
        var said = new List<string>();
        using var patience = new CancellationTokenSource(Patience);
        do said.Add(plan.Machine.Said.Reader.ReadAsync(patience.Token).AsTask().GetAwaiter().GetResult());
        while (!said[^1].StartsWith("exit ", StringComparison.Ordinal));
        return said;
    }

    private (bool IsRight, string Text) Refusal(string what, bool besideAMeter, string part)
    {
        using var rig = besideAMeter ? Running(plan, Made()) : null;
        var said = Try(what);
        var isRight = said is [var line, "exit 3"] && line.Contains(part, StringComparison.Ordinal);
        return (isRight, $"{what}: {string.Join(" / ", said)}");
    }

    private MeterRegisters Made() =>
        new MeterDescription().AsMade(new VendingStation(plan.Tables, seed: 1), MeterProfile.Generic);
}

using HilBench.Meter;
using HilBench.Roles;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Pi;

/// <summary>
/// How a meter ends that gets a signal after it has taken a token: its exit code, its pins by the kernel's log, and the
/// credit on the disk as the next boot would find it. SIGTERM and SIGINT come while the next token is half typed,
/// SIGKILL as soon as the meter has answered.
/// </summary>
internal sealed class Ending(VmPlan plan, string signal)
{
    private const int KilledBySignal = 128 + 9;
    private static readonly EnergyAmount Before = EnergyAmount.FromKwh(10);
    private static readonly EnergyAmount Bought = EnergyAmount.FromKwh(25.6m);
    private static readonly EnergyAmount After = EnergyAmount.FromKwh(35.6m);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private bool IsKill => signal == "KILL";

    public (bool IsRight, string Text) Check()
    {
        var station = new VendingStation(plan.Tables, seed: 1);
        var meter = new MeterDescription { Credit = Before };
        using var rig = Checks.Running(plan, meter.AsMade(station, MeterProfile.Generic));
        Type(rig, station.Credit(meter.Key, Bought, Bench.Begins).Number + "#");
        Await(rig, () => rig.Answers.Count > 0, "the meter gave no answer");
        if (!IsKill) Type(rig, station.Credit(meter.Key, Bought, Bench.Begins).Number.ToString()[..10]);
        var code = rig.EndBy(signal);
        plan.Machine.Contact('c', VmBoard.Mark.First, VmBoard.Mark.Second);
        Await(rig, () => rig.Board.IsMarked, "the pin log does not go on");
        plan.Machine.Contact('o', VmBoard.Mark.First, VmBoard.Mark.Second);
        var stored = rig.Stored?.Registers.Credit.Shown;
        return (IsRight(rig, code, stored), Tell(rig, code, stored));
    }

    /// <summary>A killed program cannot do anything about its pins, so they are not checked then.</summary>
    private bool IsRight(VmRig rig, int code, EnergyAmount? stored)
    {
        var ownPins = VmPlan.Wiring.Outputs();
        return stored == After && rig.Board.Driven.SetEquals(ownPins)
            && (IsKill ? code == KilledBySignal : code == 0 && rig.Board.StillDriven.Count == 0);
    }

    private string Tell(VmRig rig, int code, EnergyAmount? stored)
    {
        var when = IsKill ? "when the token was accepted" : "with the next token half typed";
        var still = rig.Board.StillDriven;
        var pins = still.Count == 0 ? "all are inputs" : $"still outputs: {string.Join(' ', still.Order())}";
        return $"SIG{signal} {when}: exit code {code}; {rig.Board.Driven.Count} pins were driven, {pins}; "
            + $"on the disk {stored?.ToString() ?? "no whole record"}";
    }

    private static void Type(VmRig rig, string keys)
    {
        foreach (var key in keys) rig.Keypad.Press(key);
    }

    private static void Await(VmRig rig, Func<bool> happened, string orElse)
    {
        var end = rig.Clock.Now + Patience;
        while (!happened())
        {
            if (rig.Clock.Now > end) throw new RigFaultException(orElse);
            rig.Clock.Wait(Blink);
        }
    }
}

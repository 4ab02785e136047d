using HilBench.Input;
using HilBench.Physical;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Cli;

/// <summary>The short form of <c>hilbench rig check</c>: what is wrong first, and nothing else.</summary>
internal static class RigHealth
{
    /// <summary>Why nothing can run on the rig, in one line; null when it is well.</summary>
    public static string? Of(RigPlan plan, CancellationToken stop)
    {
        try
        {
            if (plan is GpioPlan onPins && WrongOn(onPins, stop) is { } wrong) return wrong;
            (plan with { Stop = stop }).Prepare();
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception wrong)
        {
            return wrong is RigFaultException
                ? OneLine.Whole(wrong.Message) : OneLine.Whole($"{wrong.GetType().Name}: {wrong.Message}");
        }
    }

    private static string? WrongOn(GpioPlan plan, CancellationToken stop)
    {
        using var pins = GpioPins.Open(plan.Settings, demandChips: false);
        using var will = new LastWill(pins.LetGo);
        var check = new RigCheck(pins, plan.Settings, plan.Profile.Display, new WallClock()) { Stop = stop };
        try
        {
            return check.Lines().Where(line => !line.IsRight)
                .Select(line => $"{line.What}: {line.Detail}").FirstOrDefault();
        }
        finally
        {
            pins.LetGo();
        }
    }
}

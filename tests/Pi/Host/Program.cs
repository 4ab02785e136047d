using HilBench.Pi;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

// tests/Pi/run starts this after it has built the guest: the given features, once for each libgpiod, each on a machine
// of its own and all of them at once; beside them, one after the other, the checks.
if (args.Contains("--systemd")) return ServiceRun.Run(args);
var request = Request.Of(args);
Lane[] lanes = [];
try
{
    var cases = request.Scenarios();
    if (request.Problem(cases) is { } problem)
    {
        Console.Error.WriteLine(problem);
        return ExitCodes.BadInput;
    }

    lanes = request.Lanes();
    GuestPlan[] plans = [.. lanes.SelectMany(lane => lane.Plans)];
    using var interrupt = new Interrupted(plans);
    var scenarios = new StepCheck(StepEngine.Of(typeof(Bench).Assembly), plans[0].Capabilities).Check(cases);
    Lane.RunAll(lanes, scenarios, interrupt.Stop);
    interrupt.LeaveIfStopped();
    var verdicts = lanes.SelectMany(lane => lane.Verdicts).ToArray();
    var passed = verdicts.Count(verdict => verdict == Verdict.Passed);
    var repeated = lanes.Sum(lane => lane.Repeated);
    Screen.Write($"tests/Pi: {passed} passed, {verdicts.Length - passed} not, {repeated} run once more");
    return ExitCodes.For(verdicts);
}
catch (FeatureMistakesException wrong)
{
    foreach (var mistake in wrong.Mistakes) Console.Error.WriteLine(mistake);
    return ExitCodes.BadInput;
}
finally
{
    foreach (var plan in lanes.SelectMany(lane => lane.Plans)) plan.Dispose();
}

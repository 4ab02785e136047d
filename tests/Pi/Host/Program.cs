using HilBench.Pi;
using HilBench.Scenarios.Binding;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

// tests/Pi/run starts this after it has built the guest: the given features, once for each libgpiod, each on a machine
// of its own and all of them at once.
if (args.Contains("--systemd")) return ServiceRun.Run(args);
var request = Request.Of(args);
GuestPlan[] plans = [];
try
{
    var cases = request.Scenarios();
    if (request.Problem(cases) is { } problem)
    {
        Console.Error.WriteLine(problem);
        return ExitCodes.BadInput;
    }

    plans = [.. request.Gpiods.Select(request.Plan)];
    using var interrupt = new Interrupted(plans);
    var registry = BindingRegistry.Of(typeof(Bench).Assembly);
    var scenarios = new Binder(registry, plans[0].Capabilities).Bind(cases);
    var runs = plans.Select(plan => new MachineRun(plan, registry, interrupt.Stop)).ToArray();
    var threads = runs
        .Select(run => new Thread(() => run.Run(scenarios, request.Checks)) { Name = "machine" })
        .ToArray();
    foreach (var thread in threads) thread.Start();
    foreach (var thread in threads) thread.Join();
    interrupt.LeaveIfStopped();
    var verdicts = runs.SelectMany(run => run.Verdicts).ToArray();
    var passed = verdicts.Count(verdict => verdict == Verdict.Passed);
    Screen.Write(
        $"tests/Pi: {passed} passed, {verdicts.Length - passed} not, {runs.Sum(run => run.Repeated)} run once more");
    return ExitCodes.For(verdicts);
}
catch (FeatureMistakesException wrong)
{
    foreach (var mistake in wrong.Mistakes) Console.Error.WriteLine(mistake);
    return ExitCodes.BadInput;
}
finally
{
    foreach (var plan in plans) plan.Dispose();
}

using System.Diagnostics;
using HilBench.Pi;
using HilBench.Rig.Files;
using HilBench.Rig.Roles;
using HilBench.Scenarios.Binding;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.World;

// tests/Pi/run starts this after it has built the guest: the given features on the machine, once for each libgpiod.
if (args.Contains("--systemd")) return ServiceRun.Run(args);
var request = Request.Of(args);
if (request is { Checks: true, IsPi3b: true })
{
    Console.Error.WriteLine("--checks asks the x86-64 machine; leave --pi3b out");
    return ExitCodes.BadInput;
}

try
{
    var code = ExitCodes.Passed;
    foreach (var gpiod in request.Gpiods)
    {
        using var plan = request.Plan(gpiod);
        using var interrupt = new Interrupted(plan);
        var result = request.Checks ? Checks.Run((VmPlan)plan) : Run(plan, request, interrupt.Stop);
        code = code == ExitCodes.Passed ? result : code;
    }

    return code;
}
catch (FeatureMistakesException wrong)
{
    foreach (var mistake in wrong.Mistakes) Console.Error.WriteLine(mistake);
    return ExitCodes.BadInput;
}
catch (Exception wrong) when (wrong is SettingsException or RigFaultException)
{
    Console.Error.WriteLine($"rig fault: {wrong.Message}");
    return ExitCodes.RigFault;
}

static int Run(GuestPlan plan, Request request, CancellationToken stop)
{
    var tags = TagExpression.Parse(request.Tags);
    var cases = FeatureReader.Read(request.Paths).Where(scenario => tags.Matches(scenario.Tags)).ToArray();
    if (cases.Length == 0)
    {
        Console.Error.WriteLine($"no scenario is {request.Tags} in {string.Join(", ", request.Paths)}");
        return ExitCodes.BadInput;
    }

    var registry = BindingRegistry.Of(typeof(Bench).Assembly);
    var bound = new Binder(registry, plan.Capabilities).Bind(cases);
    var started = Stopwatch.GetTimestamp();
    var results = new Runner(registry, new RunOptions
    {
        Judge = MeterJudge.Judge,
        Provide = container => container.Register<RigPlan>(plan),
        Listener = new Teller(plan),
        Stop = stop,
    }).Run(bound);
    foreach (var result in results.Where(result => result.Verdict != Verdict.Passed))
    {
        Console.WriteLine($"{result.Verdict.ToString().ToUpperInvariant()}: {result.Case.Title}");
        foreach (var line in FailureText.Of(result)) Console.WriteLine($"  {line.TrimEnd()}");
    }

    var counts = results.GroupBy(result => result.Verdict).OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}");
    var seconds = (int)Stopwatch.GetElapsedTime(started).TotalSeconds;
    Console.WriteLine(
        $"{results.Count} scenarios on {plan.Description}, {plan.Guest.Boots} boots, {seconds} s: "
        + string.Join(", ", counts));
    if (plan.Remark is { } remark) Console.WriteLine($"  {remark}");
    return ExitCodes.For(results.Select(result => result.Verdict));
}

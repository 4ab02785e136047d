using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using HilBench.Input;
using HilBench.RigFiles;
using HilBench.Roles;
using Reqnroll;

namespace HilBench.Scenarios.World;

/// <summary>
/// What <c>hilbench run</c> does around its steps, for a lab's own Reqnroll project, where a test framework runs them:
/// gives each scenario a rig and a seed, refuses a step that the rig lacks something for, and tells the test's output
/// what happened to a red one. <c>hilbench run</c> itself leaves this class out.
/// </summary>
[Binding]
[TestHostOnly]
public sealed class BenchSupply(
    FeatureContext feature, ScenarioContext scenario, ScenarioAttachments attachments, IReqnrollOutputHelper output)
{
    /// <summary>Names the rig, or its file; <c>virtual</c> when it is not set.</summary>
    public const string RigVariable = "HILBENCH_RIG";

    /// <summary>Holds the seed; that of the rig file when it is not set.</summary>
    public const string SeedVariable = "HILBENCH_SEED";

    /// <summary>A hook that gives the scenario another <see cref="RigPlan"/> must have a lower order.</summary>
    public const int Order = -1000;

    private const string DefaultRig = "virtual";

    private static readonly Lazy<RigPlan> Named = new(Prepared);
    private static int _running;

    [BeforeScenario(Order = Order)]
    public void Supply()
    {
        var container = scenario.ScenarioContainer;
        var isGiven = container.IsRegistered<RigPlan>();
        var (plan, wrong) = isGiven ? (container.Resolve<RigPlan>(), null) : FromVariables();
        // Also where it is wrong: the hooks of the end want all of this, and would complain of that instead.
        if (!isGiven) container.RegisterInstanceAs(plan, typeof(RigPlan));
        container.RegisterInstanceAs(RunStop.Never);
        container.RegisterInstanceAs(ScenarioSeed.For(plan.Seed, Name()));
        wrong?.Throw();
        container.RegisterInstanceAs(new Turn(plan), dispose: true);
        attachments.Added = Tell;
    }

    /// <summary>There is no check of all features before the first one runs.</summary>
    [BeforeStep(Order = Order)]
    public void DemandWhatTheStepNeeds()
    {
        if (scenario.StepContext.StepInfo.BindingMatch?.StepBinding?.Method is not
            Reqnroll.Bindings.Reflection.RuntimeBindingMethod { MethodInfo: var method }) return;
        var needs = method.GetCustomAttributes<NeedsAttribute>()
            .Concat(method.DeclaringType!.GetCustomAttributes<NeedsAttribute>()).SelectMany(one => one.Capabilities);
        var plan = scenario.ScenarioContainer.Resolve<RigPlan>();
        if (needs.FirstOrDefault(need => !plan.Capabilities.Contains(need)) is { } lacking)
        {
            throw new FeatureMistakeException(
                $"\"{scenario.StepContext.StepInfo.Text}\" needs {lacking}, which rig {plan.Name} does not have");
        }
    }

    [AfterTestRun]
    public static void LeaveTheRig()
    {
        if (Named.IsValueCreated && Named.Value.Finish() is { } left) Console.Error.WriteLine(left);
    }

    private static (RigPlan Plan, ExceptionDispatchInfo? Wrong) FromVariables()
    {
        try
        {
            return (Named.Value, null);
        }
        catch (Exception wrong)
        {
            return (ModelPlan.Alone, ExceptionDispatchInfo.Capture(wrong));
        }
    }

    private static RigPlan Prepared()
    {
        var rig = Environment.GetEnvironmentVariable(RigVariable);
        var plan = Rigs.Load(string.IsNullOrEmpty(rig) ? DefaultRig : rig);
        plan = plan with { Seed = SeedOf(plan) };
        plan.Prepare();
        return plan;
    }

    private static ulong SeedOf(RigPlan plan)
    {
        var text = Environment.GetEnvironmentVariable(SeedVariable);
        if (string.IsNullOrEmpty(text)) return plan.Seed;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed : throw new SettingsException(
                $"{SeedVariable} is \"{Printable.Line(text)}\"; write a whole number from 0 to {ulong.MaxValue}");
    }

    /// <summary>A test framework does not tell the line of a scenario: its names and its row stand for it.</summary>
    private string Name()
    {
        var (of, info) = (feature.FeatureInfo, scenario.ScenarioInfo);
        var row = info.Arguments?.Values.Cast<object?>().Select(value => $"{value}") ?? [];
        return string.Join('\n', [of.FolderPath ?? "", of.Title, info.Title, .. row]);
    }

    private void Tell(Attachment one)
    {
        if (one.Title.Length > 0) output.WriteLine(Printable.Line(one.Title) + ":");
        foreach (var line in one.Lines) output.WriteLine("  " + Printable.Line(line));
    }

    /// <summary>A place on the rig; it is given back with all else of the scenario.</summary>
    private sealed class Turn : IDisposable
    {
        private bool _isOver;

        public Turn(RigPlan plan)
        {
            if (Interlocked.Increment(ref _running) <= plan.MostAtOnce) return;
            Dispose();
            throw new RigFaultException(
                $"rig {plan.Name} runs {plan.MostAtOnce} scenario at once: switch off that tests run in parallel");
        }

        public void Dispose()
        {
            if (_isOver) return;
            _isOver = true;
            Interlocked.Decrement(ref _running);
        }
    }
}

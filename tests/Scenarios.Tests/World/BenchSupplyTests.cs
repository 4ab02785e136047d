using System.Collections.Specialized;
using System.Globalization;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Tests.Running;
using HilBench.Scenarios.World;
using Reqnroll.Analytics;
using Reqnroll.Bindings;
using Reqnroll.Configuration;
using Reqnroll.Infrastructure;
using Reqnroll.UnitTestProvider;

namespace HilBench.Scenarios.Tests.World;

/// <summary>
/// The bench's steps in a Reqnroll that is not ours: its own engine as it comes, called in the order in which generated
/// tests call it.
/// </summary>
public sealed class BenchSupplyTests
{
    private readonly List<string> _output = [];

    [Fact]
    public async Task A_scenario_passes_on_the_virtual_rig_when_nothing_else_is_said()
    {
        Assert.Null(await Run("Credit", "Given a 25.6 kWh credit token", "When the customer keys in the token",
            "Then the meter accepts it", "Then the meter holds 25.6 kWh"));
        Assert.Empty(_output);
    }

    [Fact]
    public async Task A_red_one_throws_what_is_wrong_and_tells_the_glass_and_the_keys()
    {
        var wrong = await Run("Credit", "Given a 25.6 kWh credit token", "When the customer keys in the token",
            "Then the meter holds 30.0 kWh");
        Assert.Equal(
            "the meter holds 25.6 kWh, not 30.0 kWh", Assert.IsType<MeterWrongException>(wrong).Message);
        Assert.Contains("on the glass:", _output);
        Assert.Contains("  21 of 21 seen by the scanner", string.Join('\n', _output));
    }

    [Fact]
    public async Task A_step_that_needs_more_than_the_rig_has_is_refused_by_name()
    {
        var wrong = await Run("Worn", ModelPlan.Alone, "Given the keys bounce for 5 milliseconds");
        Assert.Equal(
            "\"the keys bounce for 5 milliseconds\" needs contacts, which rig none does not have", wrong!.Message);
    }

    [Fact]
    public async Task The_name_and_the_row_of_a_scenario_give_its_seed()
    {
        var first = await SeedOf("one", "1");
        Assert.Equal(first, await SeedOf("one", "1"));
        Assert.NotEqual(first, await SeedOf("one", "2"));
        Assert.NotEqual(first, await SeedOf("two", "1"));
    }

    [Fact]
    public async Task A_rig_that_can_be_there_once_is_not_used_by_two_scenarios_at_once()
    {
        var plan = new OnePlan();
        await using var host = new Host(_output, plan);
        var first = await host.Begin("first", []);
        var second = await host.Begin("second", []);
        var wrong = await Assert.ThrowsAsync<RigFaultException>(() => second.CollectScenarioErrorsAsync());
        Assert.Equal("rig one runs 1 scenario at once: switch off that tests run in parallel", wrong.Message);
        await second.OnScenarioEndAsync();
        await first.OnScenarioEndAsync();
        Assert.Null(await Run("third", plan, "Given the meter holds 5.0 kWh"));
    }

    [Fact]
    public void A_run_of_the_bench_does_without_it()
    {
        var hooks = MeterTrial.Sentences.Parts.Resolve<IBindingRegistry>().GetHooks()
            .Select(hook => hook.Method.Type.Name).Distinct();
        Assert.Equal([nameof(BenchHooks)], hooks);
    }

    private async Task<ScenarioSeed> SeedOf(string title, string row)
    {
        await using var host = new Host(_output, ModelPlan.Alone);
        var runner = await host.Begin(title, new OrderedDictionary { ["row"] = row });
        var seed = runner.ScenarioContext.ScenarioContainer.Resolve<ScenarioSeed>();
        await runner.OnScenarioEndAsync();
        return seed;
    }

    private Task<Exception?> Run(string title, params IReadOnlyList<string> steps) => Run(title, null, steps);

    private async Task<Exception?> Run(string title, RigPlan? plan, params IReadOnlyList<string> steps)
    {
        await using var host = new Host(_output, plan);
        var runner = await host.Begin(title, []);
        foreach (var step in steps)
        {
            var (keyword, text) = (step.Split(' ')[0], step[(step.IndexOf(' ') + 1)..]);
            await (keyword switch
            {
                "Given" => runner.GivenAsync(text, null, null, "Given "),
                "When" => runner.WhenAsync(text, null, null, "When "),
                _ => runner.ThenAsync(text, null, null, "Then "),
            });
        }

        var wrong = await Record.ExceptionAsync(runner.CollectScenarioErrorsAsync);
        await runner.OnScenarioEndAsync();
        return wrong;
    }

    /// <summary>What a test project is to Reqnroll: a configuration, a test framework, somewhere to write.</summary>
    private sealed class Host(List<string> output, RigPlan? plan) : IAsyncDisposable
    {
        private readonly ITestRunnerManager _manager = Manager(output);
        private readonly FeatureInfo _feature = new(
            CultureInfo.GetCultureInfo("en-US"), "features", "trial", "", ProgrammingLanguage.CSharp, []);

        public async Task<ITestRunner> Begin(string title, OrderedDictionary row)
        {
            var runner = _manager.GetTestRunner();
            await runner.OnFeatureStartAsync(_feature);
            runner.OnScenarioInitialize(new ScenarioInfo(title, "", [], row, []), null);
            if (plan is not null)
                runner.ScenarioContext.ScenarioContainer.RegisterInstanceAs(plan, typeof(RigPlan));
            await runner.OnScenarioStartAsync();
            return runner;
        }

        public ValueTask DisposeAsync() => new(_manager.DisposeAsync());

        private static ITestRunnerManager Manager(List<string> output)
        {
            var bench = typeof(Bench).Assembly;
            var container = new ContainerBuilder(new Parts(output)).CreateGlobalContainer(bench, new Settings());
            var manager = container.Resolve<ITestRunnerManager>();
            manager.Initialize(bench);
            return manager;
        }
    }

    private sealed class Settings : IRuntimeConfigurationProvider
    {
        public ReqnrollConfiguration LoadConfiguration(ReqnrollConfiguration reqnrollConfiguration) =>
            reqnrollConfiguration;
    }

    /// <summary>As the packages for test frameworks do it; and no statistics are sent.</summary>
    private sealed class Parts(List<string> output) : DefaultDependencyProvider
    {
        public override void RegisterGlobalContainerDefaults(ObjectContainer container)
        {
            base.RegisterGlobalContainerDefaults(container);
            container.RegisterTypeAs<NoTelemetry, IAnalyticsRuntimeTelemetryService>();
            container.RegisterTypeAs<NoTestFramework, IUnitTestRuntimeProvider>("trial");
            container.Resolve<UnitTestProviderConfiguration>().UseUnitTestProvider("trial");
        }

        public override void RegisterTestThreadContainerDefaults(ObjectContainer testThreadContainer)
        {
            base.RegisterTestThreadContainerDefaults(testThreadContainer);
            testThreadContainer.RegisterInstanceAs<IReqnrollOutputHelper>(new Output(output));
        }
    }

    private sealed class Output(List<string> lines) : IReqnrollOutputHelper
    {
        public void WriteLine(string message) => lines.Add(message);

        public void WriteLine(string format, params object[] args) => lines.Add(format);

        public void AddAttachment(string filePath) => lines.Add(filePath);
    }

    private sealed record OnePlan() : RigPlan("one", ModelPlan.Alone.Profile, ModelPlan.Alone.Tables)
    {
        public override IReadOnlyList<string> Capabilities => ModelPlan.Alone.Capabilities;

        public override int MostAtOnce => 1;

        public override IMeterRig Build(ulong seed) => ModelPlan.Alone.Build(seed);
    }
}

using System.Text;
using System.Text.RegularExpressions;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Running;

/// <summary>The number of scenarios that run at once, and which others run, changes nothing.</summary>
public sealed partial class JobsTests
{
    private const string Feature = """
        Feature: trial
          Scenario Outline: <energy> kWh
            Given a <energy> kWh credit token
            When the customer keys in the token
            Then the meter accepts it
            And the meter holds <after> kWh
            Examples:
              | energy | after |
              | 1.0    | 1.0   |
              | 2.5    | 9.9   |
              | 7.0    | 7.0   |
          Scenario: used
            Given a 5.0 kWh credit token
            When the customer keys in the token
            And the customer keys in the token
            Then the meter accepts it
          Scenario: nonsense
            When the customer keys in token "lost"
          Scenario: a press too short
            When the customer holds "5" for 3 milliseconds
        """;

    [Theory]
    [InlineData("none")]
    [InlineData("virtual")]
    public void One_two_and_four_jobs_give_the_same_results_and_the_same_report(string rig)
    {
        var one = Report(MeterTrial.Run(Feature, rig, jobs: 1));
        Assert.Contains("type=\"Failed\"", one);
        Assert.Contains("type=\"Undefined\"", one);
        Assert.Equal(one, Report(MeterTrial.Run(Feature, rig, jobs: 2)));
        Assert.Equal(one, Report(MeterTrial.Run(Feature, rig, jobs: 4)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        var first = Report(MeterTrial.Run(Feature, "virtual", seed: 3));
        Assert.Equal(first, Report(MeterTrial.Run(Feature, "virtual", seed: 3)));
        Assert.NotEqual(first, Report(MeterTrial.Run(Feature, "virtual", seed: 4)));
    }

    [Fact]
    public void A_scenario_runs_alone_as_it_runs_in_company()
    {
        var cases = Trial.Read(Feature);
        var together = MeterTrial.Run(cases, "virtual", jobs: 2, seed: 5);
        for (var i = 0; i < cases.Count; i++)
        {
            var alone = Assert.Single(MeterTrial.Run([cases[i]], "virtual", seed: 5));
            Assert.Equal(together[i].Seed, alone.Seed);
            Assert.Equal(Report([together[i]]), Report([alone]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Results_come_in_the_order_of_the_scenarios_and_a_listener_hears_of_each_once(int jobs)
    {
        var cases = Enumerable.Range(1, 20).Select(number => $"  Scenario: {number}\n    Given a step\n");
        var engine = StepEngine.Of(typeof(Steps));
        var listener = new Listener();
        var results = new Runner(engine, new RunOptions { Jobs = jobs, Listener = listener }).Run(
            new StepCheck(engine).Check(Trial.Read("Feature: f\n" + string.Concat(cases))));
        var titles = Enumerable.Range(1, 20).Select(number => $"{number}").ToArray();
        Assert.Equal(titles, results.Select(result => result.Case.Title));
        Assert.Equal(titles.Order(), listener.Begun.Order());
        Assert.Equal(titles.Order(), listener.Ended.Order());
        Assert.False(listener.WasInterrupted);
    }

    [Fact]
    public void A_run_of_nothing_has_no_results() =>
        Assert.Empty(new Runner(StepEngine.Of(typeof(Steps)), new RunOptions { Jobs = 4 }).Run([]));

    private static string Report(IReadOnlyList<ScenarioResult> results)
    {
        using var file = new MemoryStream();
        JUnitReport.Write(file, new RunRecord
        {
            Results = results,
            Seed = 1,
            Rig = "trial",
            Began = DateTime.UtcNow,
            Again = scenario => $"again {scenario.Place}",
        });
        return WallTime().Replace(Encoding.UTF8.GetString(file.ToArray()), "");
    }

    [GeneratedRegex(" time=\"[0-9.]+\"| timestamp=\"[-:0-9TZ]+\"")]
    private static partial Regex WallTime();

    [Binding]
    public sealed class Steps
    {
        [Given("a step")]
        public void Step() => Assert.NotNull(SynchronizationContext.Current);
    }

    private sealed class Listener : IRunListener
    {
        private int _inside;

        public List<string> Begun { get; } = [];

        public List<string> Ended { get; } = [];

        public bool WasInterrupted { get; private set; }

        public void Started(ScenarioCase scenario) => Alone(() => Begun.Add(scenario.Title));

        public void Finished(ScenarioResult result) => Alone(() => Ended.Add(result.Case.Title));

        private void Alone(Action work)
        {
            if (Interlocked.Exchange(ref _inside, 1) == 1) WasInterrupted = true;
            work();
            Interlocked.Exchange(ref _inside, 0);
        }
    }
}

using HilBench.History;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios;
using HilBench.Scenarios.Engine;
using HilBench.Scenarios.Features;
using HilBench.Scenarios.Running;

namespace HilBench.Runs.Tests;

/// <summary>A run somewhere else than on the rig of this machine.</summary>
public sealed class RunSiteTests : IDisposable
{
    private const string Two = """
        Feature: Credit
          Scenario: First
            Given a 25.6 kWh credit token
          Scenario: Second
            Given a 25.6 kWh credit token
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-site-").FullName;
    private readonly Audience _audience = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_site_runs_what_was_read_and_its_verdicts_are_those_of_the_run()
    {
        var outcome = Run(new Elsewhere(Rigs.Load("none") with { Name = "of the lab" }));
        Assert.Equal(
            [
                "begins: 2 with 7", "started: First", "finished: First Invalid", "started: Second",
                "finished: Second Invalid", "all ran", "ended: 2",
            ],
            _audience.Heard);
        Assert.Equal(("of the lab", ExitCodes.Invalid), (outcome.Plan.Name, outcome.ExitCode));
        Assert.All(outcome.Results, result => Assert.Equal(new RunPlace("bench-2", "virtual"), result.Where));
    }

    [Fact]
    public void The_history_remembers_the_bench_of_each_scenario()
    {
        var file = Path.Combine(_folder, "history.db");
        Run(new Elsewhere(Rigs.Load("none")), history: file);
        using var history = HistoryFile.Open(file, create: false);
        var past = new Past(history);
        Assert.Equal(
            [new RunPlace("bench-2", "virtual"), new RunPlace("bench-2", "virtual")],
            past.Scenarios(past.Run(1)!).Select(one => one.Where));
    }

    [Fact]
    public void A_run_on_a_rig_that_names_its_meter_names_it_too()
    {
        var rig = Path.Combine(_folder, "rig.json");
        File.WriteAllText(rig, """{ "labels": { "serial": "0417" } }""");
        Assert.All(
            Run(new ThisBench(), rig: rig).Results,
            result => Assert.Equal(new RunPlace("", "rig") { Serial = "0417" }, result.Where));
    }

    [Fact]
    public void A_run_on_this_machine_names_no_place() =>
        Assert.All(Run(new ThisBench()).Results, result => Assert.Null(result.Where));

    [Fact]
    public void The_features_are_checked_against_what_the_site_has()
    {
        var poor = new Elsewhere(Rigs.Load("token-port"));
        var glass = Two.Replace("Given a 25.6", "Then the display shows \"Accept\"\n    Given a 25.6");
        var wrong = Assert.Throws<FeatureMistakesException>(() => Run(poor, glass));
        Assert.Equal(2, wrong.Mistakes.Count);
        Assert.Empty(_audience.Heard);
    }

    [Fact]
    public void The_build_is_that_of_the_program_and_of_the_steps_of_a_lab_in_any_order()
    {
        var (one, other) = (typeof(RunSiteTests).Assembly.Location, typeof(FactAttribute).Assembly.Location);
        Assert.Equal(BenchBuild.Of([]), BenchBuild.Of([]));
        Assert.NotEqual(BenchBuild.Of([]), BenchBuild.Of([other]));
        Assert.NotEqual(BenchBuild.Of([one]), BenchBuild.Of([other]));
        Assert.Equal(BenchBuild.Of([one, other]), BenchBuild.Of([other, one]));
        Assert.Equal(12, BenchBuild.Of([]).Length);
    }

    private RunOutcome Run(IRunSite site, string feature = Two, string? history = null, string rig = "none")
    {
        var path = Path.Combine(_folder, "a.feature");
        File.WriteAllText(path, feature);
        // The rig named here is not looked at by a site of its own.
        var request = new RunRequest { Paths = [path], Rig = site is ThisBench ? rig : "nowhere", Seed = 7 };
        request = request with { Jobs = 1, History = history };
        return new BenchRun(request, _audience) { Site = site }.Run(CancellationToken.None);
    }

    /// <summary>A lab that finds every scenario invalid.</summary>
    private sealed class Elsewhere(RigPlan plan) : IRunSite
    {
        public RigPlan Plan(RunRequest request) => plan;

        public IReadOnlyList<ScenarioResult> Run(RunReading reading, StepEngine engine, RunOptions options)
        {
            var results = reading.Cases.Select(one => Invalid(one, options)).ToArray();
            foreach (var result in results)
            {
                options.Listener!.Started(result.Case);
                options.Listener.Finished(result);
            }

            return results;
        }

        private static ScenarioResult Invalid(ScenarioCase one, RunOptions options) => new()
        {
            Case = one,
            Verdict = Verdict.Invalid,
            Seed = ScenarioSeed.For(options.Seed, one.Place.File, one.Place.Line),
            Where = new RunPlace("bench-2", "virtual"),
        };
    }
}

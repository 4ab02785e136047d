using HilBench.Scenarios.Running;
using HilBench.Scenarios.Steps;
using HilBench.Scenarios.World;
using Reqnroll.Analytics;
using Reqnroll.Plugins;

namespace HilBench.Scenarios.Tests.Engine;

public sealed class StepEngineTests
{
    [Fact]
    public void A_bench_tells_nobody_what_it_runs()
    {
        using var engine = StepEngine.Of(typeof(Bench).Assembly);
        Assert.IsType<NoTelemetry>(engine.Parts.Resolve<IAnalyticsRuntimeTelemetryService>());
        Assert.Empty(engine.Parts.Resolve<IRuntimePluginLocator>().GetAllRuntimePlugins());
    }

    [Fact]
    public void A_sentence_of_a_lab_that_the_bench_has_already_is_refused_and_both_are_named() => Assert.Equal(
        "the sentence \"the mains fails\" is defined in HilBench.Scenarios (SurroundingsSteps) and in "
        + "HilBench.Scenarios.Tests (RivalSteps); word one of them differently",
        Assert.Throws<StepAssemblyException>(() => new StepEngine(new EngineSettings
        {
            Assemblies = [typeof(Bench).Assembly, typeof(RivalSteps).Assembly],
            Only = [typeof(SurroundingsSteps), typeof(RivalSteps)],
        })).Message);

    [Fact]
    public void Hooks_of_a_run_and_of_a_feature_run_once_around_their_scenarios()
    {
        Story.Clear();
        using (var engine = StepEngine.Of(typeof(Story)))
        {
            const string feature = "Feature: f\n Scenario: a\n Given a page\n Scenario: b\n Given a page\n";
            var cases = new StepCheck(engine).Check(Trial.Read(feature, engine));
            Assert.All(
                new Runner(engine, new RunOptions()).Run(cases),
                result => Assert.Equal(Verdict.Passed, result.Verdict));
        }

        Assert.Equal(["run", "feature f", "page", "page", "feature ends", "run ends"], Story.Lines);
    }

    [Fact]
    public void Hooks_of_a_run_do_not_run_when_nothing_was_run()
    {
        Story.Clear();
        StepEngine.Of(typeof(Story)).Dispose();
        Assert.Empty(Story.Lines);
    }

    [Fact]
    public void A_sentence_with_a_scope_holds_where_its_tag_stands()
    {
        Assert.Equal(["cold"], Trial.Passes("@cold\nFeature: f\n Scenario: s\n Given a chamber\n", typeof(Cold)));
        Assert.Equal(
            [
                "trial.feature:3: \"a chamber\" is a sentence of other scenarios only: "
                + "its [Scope] does not take this one in",
            ],
            Trial.Mistakes("Feature: f\n Scenario: s\n Given a chamber\n", typeof(Cold)));
    }

    [Fact]
    public void A_step_that_is_not_written_yet_is_undefined()
    {
        var (results, _) = Trial.Run(Trial.Scenario("Given a pending step"), typeof(Cold));
        Assert.Equal(Verdict.Undefined, Assert.Single(results).Verdict);
    }

    [Fact]
    public void What_was_made_for_a_scenario_is_disposed_of_though_another_thing_cannot_be()
    {
        var (results, diary) = Trial.Run(Trial.Scenario("Given two things"), typeof(TwoThings));
        Assert.Equal("FormatException: stuck", results[0].Message);
        Assert.Contains("pins are safe", diary);
    }

    [Binding]
    public sealed class RivalSteps
    {
        [When("the mains fails")]
        public void Fails() => Assert.Fail("it is only read");
    }

    [Binding]
    public sealed class Story
    {
        public static List<string> Lines { get; } = [];

        public static void Clear() => Lines.Clear();

        [BeforeTestRun]
        public static void Run() => Lines.Add("run");

        [BeforeFeature]
        public static void Feature(FeatureInfo info) => Lines.Add($"feature {info.Title}");

        [AfterFeature]
        public static void FeatureEnds() => Lines.Add("feature ends");

        [AfterTestRun]
        public static void RunEnds() => Lines.Add("run ends");

        [Given("a page")]
        public void Page() => Lines.Add("page");
    }

    [Binding]
    public sealed class Cold(Diary diary)
    {
        [Given("a chamber")]
        [Scope(Tag = "cold")]
        public void Chamber() => diary.Add("cold");

        [Given("a pending step")]
        public void Pending() => throw new PendingStepException("later");
    }

    public sealed class Stuck : IDisposable
    {
        public void Dispose() => throw new FormatException("stuck");
    }

    public sealed class Pins(Diary diary) : IDisposable
    {
        public void Dispose() => diary.Add("pins are safe");
    }

    [Binding]
    public sealed class TwoThings(Stuck stuck, Pins pins)
    {
        [Given("two things")]
        public void Both() => Assert.NotSame((object)stuck, pins);
    }
}

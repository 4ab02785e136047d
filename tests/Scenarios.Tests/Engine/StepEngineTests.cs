using HilBench.Scenarios.Features;
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_hook_that_fails_at_the_end_of_a_feature_spoils_its_scenarios_and_no_others(int jobs)
    {
        var engine = StepEngine.Of(typeof(BadEnd));
        IReadOnlyList<ScenarioCase> cases =
        [
            .. FeatureReader.Parse(new StringReader(TwoOf("bad")), "a.feature", engine),
            .. FeatureReader.Parse(new StringReader(TwoOf("good")), "b.feature", engine),
        ];
        var results = new Runner(engine, new RunOptions { Jobs = jobs }).Run(new StepCheck(engine).Check(cases));
        Assert.Equal(
            [Verdict.RigFault, Verdict.RigFault, Verdict.Passed, Verdict.Passed],
            results.Select(result => result.Verdict));
        Assert.Equal("after the scenarios: FormatException: bad end", results[0].Message);
    }

    [Fact]
    public void A_hook_that_fails_at_the_beginning_of_a_run_leaves_no_scenario_anything_to_stand_on()
    {
        var (results, _) = Trial.Run(TwoOf("f"), typeof(BadBeginning));
        Assert.All(results, result => Assert.Equal("FormatException: no chamber", result.Message));
        Assert.Equal(2, results.Count(result => result.Verdict == Verdict.RigFault));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_cannot_be_disposed_of_spoils_one_scenario_whatever_comes_after_it(int jobs)
    {
        var (results, _) = Trial.Run(
            "Feature: f\n Scenario: a\n Given two things\n Scenario: b\n Given a page\n Scenario: c\n Given a page\n",
            new RunOptions { Jobs = jobs }, typeof(TwoThings), typeof(BadEnd));
        Assert.Equal([Verdict.RigFault, Verdict.Passed, Verdict.Passed], results.Select(result => result.Verdict));
    }

    [Fact]
    public void A_step_that_yields_for_ever_is_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var (results, _) = Trial.Run(
            Trial.Scenario("Given a poll without end"), new RunOptions { Stop = stop.Token }, typeof(Odd));
        Assert.Equal(Verdict.Aborted, Assert.Single(results).Verdict);
    }

    [Fact]
    public void Transformations_may_be_asynchronous_and_a_step_may_be_named_by_its_method() => Assert.Equal(
        ["1.5", "a step named after its method"],
        Trial.Passes(Trial.Scenario("Given a length of 1.5 m", "Given a step named after its method"), typeof(Odd)));

    [Fact]
    public void A_comma_in_a_number_is_refused_whatever_pattern_took_it() => Assert.Contains(
        "\"1,5\" is not allowed here: write a number of fewer digits and with a point",
        Assert.Single(Trial.Mistakes(Trial.Scenario("Given a raw number 1,5"), typeof(Odd))));

    private static string TwoOf(string feature) =>
        $"Feature: {feature}\n Scenario: a\n Given a page\n Scenario: b\n Given a page\n";

    public sealed record Length(decimal Metres);

    [Binding]
    public sealed class BadEnd
    {
        [AfterFeature]
        public static void Ends(FeatureInfo info)
        {
            if (info.Title == "bad") throw new FormatException("bad end");
        }

        [Given("a page")]
        public void Page() => Assert.NotNull(SynchronizationContext.Current);
    }

    [Binding]
    public sealed class BadBeginning(Diary diary)
    {
        [BeforeTestRun]
        public static void Begins() => throw new FormatException("no chamber");

        [Given("a page")]
        public void Page() => diary.Add("page");
    }

    [Binding]
    public sealed class Odd(Diary diary)
    {
        [StepArgumentTransformation]
        public async Task<Length> Measured(string metres)
        {
            await Task.Yield();
            return new Length(decimal.Parse(metres, System.Globalization.CultureInfo.InvariantCulture));
        }

        [Given("a length of {} m")]
        public void Has(Length length) => diary.Add(FormattableString.Invariant($"{length.Metres}"));

        [Given]
        public void Given_a_step_named_after_its_method() => diary.Add("a step named after its method");

        [Given("a raw number (.*)")]
        public void Raw(decimal number) => diary.Add($"{number}");

        [Given("a poll without end")]
        public async Task Polls()
        {
            while (true) await Task.Yield();
        }
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

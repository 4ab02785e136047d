using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;

namespace HilBench.Scenarios.Tests.Running;

public sealed class HookTests
{
    [Fact]
    public void Hooks_run_around_the_steps_in_their_order() => Assert.Equal(
        ["before 1", "before 2", "before default", "step", "after 1", "after default", "after last"],
        Trial.Passes(Trial.Scenario("Given a step"), typeof(Ordered)));

    [Fact]
    public void A_hook_with_tags_runs_where_one_of_them_holds_by_whatever_way_it_came()
    {
        const string Feature = """
            @feature
            Feature: trial
              @scenario
              Scenario: one
                Given a step
              Scenario Outline: two
                Given <a> step
                @examples
                Examples:
                  | a |
                  | a |
              Scenario: three
                Given a step
            """;
        Assert.Equal(
            [
                "feature", "scenario or examples", "step",
                "feature", "scenario or examples", "step",
                "feature", "step",
            ],
            Trial.Passes(Feature, typeof(Tagged)));
    }

    [Fact]
    public void A_hook_that_fails_before_a_feature_is_named_by_every_scenario_of_it()
    {
        const string Feature = "Feature: trial\n  Scenario: one\n    Given a step\n  Scenario: two\n    Given a step";
        var (results, diary) = Trial.Run(Feature, typeof(BadFeature));
        Assert.Equal((2, 0), (results.Count, diary.Count));
        Assert.All(results, result =>
        {
            Assert.Equal(Verdict.RigFault, result.Verdict);
            var first = FailureText.Of(result).First(line => line.Contains(" at ", StringComparison.Ordinal));
            Assert.Contains("BadFeature.Before()", first, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_hook_whose_tags_fit_twice_runs_once() => Assert.Equal(
        ["twice", "step"],
        Trial.Passes("Feature: f\n @a @b\n Scenario: s\n Given a step\n", typeof(Twice)));

    [Fact]
    public void After_hooks_run_after_a_failure_too_and_know_of_it()
    {
        var (results, diary) = Trial.Run(Trial.Scenario("Given a bad step", "Given a step"), typeof(Careful));
        Assert.Equal(["after: bad", "after too: bad"], diary);
        Assert.Equal("FormatException: bad", Assert.Single(results).Message);
        Assert.Equal(3, results[0].Step!.Place.Line);
    }

    [Fact]
    public void What_went_wrong_first_is_told_though_an_after_hook_fails_as_well()
    {
        var (results, diary) = Trial.Run(Trial.Scenario("Given a bad step"), typeof(Careful), typeof(BadAfter));
        Assert.Equal("FormatException: bad", results[0].Message);
        Assert.Empty(diary);
    }

    /// <summary>Reqnroll leaves the others out; what they would have put away is disposed of all the same.</summary>
    [Fact]
    public void An_after_hook_alone_can_fail_a_scenario()
    {
        var (results, diary) = Trial.Run(Trial.Scenario("Given a step"), typeof(Careful), typeof(BadAfter));
        Assert.Equal(Verdict.RigFault, results[0].Verdict);
        Assert.Equal("InvalidOperationException: after all", results[0].Message);
        Assert.Null(results[0].Step);
        Assert.Equal(["step"], diary);
    }

    [Fact]
    public void After_a_before_hook_that_failed_come_neither_others_nor_steps_but_the_after_hooks()
    {
        var (results, diary) = Trial.Run(Trial.Scenario("Given a step"), typeof(BadBefore));
        Assert.Equal(["before 1", "after"], diary);
        Assert.Equal("InvalidOperationException: before all", results[0].Message);
        Assert.Null(results[0].Step);
    }

    [Fact]
    public void A_hook_gets_what_it_asks_for_as_arguments() => Assert.Equal(
        ["static one", "step", "after: ", "after too: "],
        Trial.Passes(Trial.Scenario("Given a step"), typeof(Careful), typeof(StaticHook)));

    [Binding]
    public sealed class Ordered(Diary diary)
    {
        [AfterScenario(Order = int.MaxValue)]
        public void AfterLast() => diary.Add("after last");

        [BeforeScenario]
        public void BeforeDefault() => diary.Add("before default");

        [BeforeScenario(Order = 2)]
        public Task Before2()
        {
            diary.Add("before 2");
            return Task.CompletedTask;
        }

        [AfterScenario]
        public void AfterDefault() => diary.Add("after default");

        [BeforeScenario(Order = 1)]
        public void Before1() => diary.Add("before 1");

        [AfterScenario(Order = 1)]
        public void After1() => diary.Add("after 1");

        [Given("a step")]
        public void Step() => diary.Add("step");
    }

    [Binding]
    public sealed class Tagged(Diary diary)
    {
        [BeforeScenario("feature", Order = 1)]
        public void OnFeature() => diary.Add("feature");

        [BeforeScenario("@scenario", "examples", Order = 2)]
        public void OnEither() => diary.Add("scenario or examples");

        [BeforeScenario("nowhere")]
        public void Never() => diary.Add("never");

        [Given("a step")]
        public void Step() => diary.Add("step");
    }

    [Binding]
    public sealed class Twice(Diary diary)
    {
        [BeforeScenario("a")]
        [BeforeScenario("b")]
        public void Before() => diary.Add("twice");

        [Given("a step")]
        public void Step() => diary.Add("step");
    }

    [Binding]
    public sealed class Careful(Diary diary, ScenarioContext context)
    {
        [Given("a step")]
        public void Step() => diary.Add("step");

        [Given("a bad step")]
        public void BadStep() => throw new FormatException("bad");

        [AfterScenario(Order = 2)]
        public void After() => diary.Add($"after: {context.TestError?.Message}");

        [AfterScenario(Order = 3)]
        public void AfterToo() => diary.Add($"after too: {context.TestError?.Message}");
    }

    [Binding]
    public sealed class BadAfter
    {
        [AfterScenario(Order = 1)]
        public void After() => throw new InvalidOperationException("after all");
    }

    [Binding]
    public sealed class BadBefore(Diary diary)
    {
        [BeforeScenario(Order = 1)]
        public void First()
        {
            diary.Add("before 1");
            throw new InvalidOperationException("before all");
        }

        [BeforeScenario(Order = 2)]
        public void Second() => diary.Add("before 2");

        [AfterScenario]
        public void After() => diary.Add("after");

        [Given("a step")]
        public void Step() => diary.Add("step");
    }

    [Binding]
    public sealed class BadFeature(Diary diary)
    {
        [BeforeFeature]
        public static void Before() => throw new InvalidOperationException("before the feature");

        [Given("a step")]
        public void Step() => diary.Add("step");
    }

    [Binding]
    public static class StaticHook
    {
        [BeforeScenario]
        public static void Before(Diary diary, ScenarioInfo info) => diary.Add($"static {info.Title}");
    }
}

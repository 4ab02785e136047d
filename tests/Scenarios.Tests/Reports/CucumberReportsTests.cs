using System.Text;
using System.Text.Json;
using HilBench.Roles;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;
using HilBench.Scenarios.World;

namespace HilBench.Scenarios.Tests.Reports;

/// <summary>What the official Cucumber tools read of a run.</summary>
public sealed class CucumberReportsTests
{
    private const string Feature = """
        Feature: credit
          Background:
            Given the meter holds 5.0 kWh

          Rule: all of it appears
            Scenario Outline: <kwh>
              Given a <kwh> kWh credit token
              When the customer keys in the token
              Then the meter holds <sum> kWh
              And the key revision is 1
              Examples:
                | kwh | sum |
                | 1.0 | 6.0 |
                | 2.0 | 8.0 |

          Scenario: nothing to do with it
            Then the key revision is 1
        """;

    [Fact]
    public void Every_scenario_that_was_run_is_a_test_case_with_a_result_for_each_step()
    {
        var messages = Messages(Run(Feature));
        Assert.Equal(3, messages.Count(one => one.TryGetProperty("testCase", out _)));
        Assert.Equal(3, messages.Count(one => one.TryGetProperty("pickle", out _)));
        Assert.Equal(Feature, Only(messages, "source").GetProperty("data").GetString());
        Assert.Equal(
            ["PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "FAILED", "SKIPPED"],
            Statuses(messages).Take(10));
        Assert.False(Only(messages, "testRunFinished").GetProperty("success").GetBoolean());
    }

    [Fact]
    public void A_red_step_says_its_verdict_and_has_the_pictures_of_the_glass_and_no_stack()
    {
        var messages = Messages(Run(Feature));
        var wrong = messages.Where(one => one.TryGetProperty("testStepFinished", out _))
            .Select(one => one.GetProperty("testStepFinished").GetProperty("testStepResult"))
            .First(result => result.GetProperty("status").GetString() == "FAILED");
        Assert.Equal("FAILED: the meter holds 7.0 kWh, not 8.0 kWh", wrong.GetProperty("message").GetString());
        Assert.False(wrong.GetProperty("exception").TryGetProperty("stackTrace", out _));
        var pictures = messages.Where(one => one.TryGetProperty("attachment", out _))
            .Select(one => one.GetProperty("attachment"))
            .Where(one => one.GetProperty("mediaType").GetString() == "image/svg+xml").ToArray();
        Assert.Equal(
            [
                "the glass at the end.svg", "expected.svg", "on the glass.svg", "the glass over time.svg",
                "the glass at the end.svg",
            ],
            pictures.Select(one => one.GetProperty("fileName").GetString()));
        var svg = Encoding.UTF8.GetString(pictures[1].GetProperty("body").GetBytesFromBase64());
        Assert.StartsWith("<svg ", svg);
        Assert.Contains("8.0 kWh</title>", svg);
    }

    [Fact]
    public void What_is_invalid_outside_the_steps_is_a_hook_that_says_so()
    {
        var (results, _) = Trial.Run(
            Trial.Scenario("Given a step"), new RunOptions { Judge = MeterJudge.Judge }, typeof(NoCut));
        // Read without a file, the case has no text.
        var one = results[0] with { Case = results[0].Case with { Source = Trial.Scenario("Given a step") } };
        var messages = Messages(Run(Feature) with { Results = [one], Sentences = [] });
        Assert.Equal("outside the steps", Only(messages, "hook").GetProperty("name").GetString());
        Assert.StartsWith("INVALID: the mains failure was not delivered", messages
            .Where(one => one.TryGetProperty("testStepFinished", out _))
            .Select(one => one.GetProperty("testStepFinished").GetProperty("testStepResult"))
            .Last().GetProperty("message").GetString());
    }

    [Fact]
    public void Two_runs_of_one_seed_tell_the_same_but_for_times()
    {
        static string Told(RunRecord run) => string.Join('\n', Messages(run).Select(one => one.GetRawText())
            .Where(line => line.StartsWith("{\"testCase\"", StringComparison.Ordinal)
                || line.StartsWith("{\"pickle\"", StringComparison.Ordinal)
                || line.StartsWith("{\"stepDefinition\"", StringComparison.Ordinal)));
        Assert.Equal(Told(Run(Feature)), Told(Run(Feature, jobs: 3)));
    }

    [Fact]
    public void The_words_of_a_step_that_are_its_arguments_are_told()
    {
        var messages = Messages(Run(Feature.Replace(
            "And the key", "When the customer presses \"1 2\"\n      Then the key")));
        var steps = messages.Where(one => one.TryGetProperty("testCase", out _)).First()
            .GetProperty("testCase").GetProperty("testSteps").EnumerateArray().ToArray();
        string?[] arguments =
        [
            .. steps.Select(step => string.Join(", ", step.GetProperty("stepMatchArgumentsLists").EnumerateArray()
                .Single().GetProperty("stepMatchArguments").EnumerateArray().Select(one =>
                    $"{one.GetProperty("group").GetProperty("start")} {one.GetProperty("group").GetProperty("value")} "
                    + one.GetProperty("parameterTypeName")))),
        ];
        Assert.Equal(
            ["16 5.0 decimal", "2 1.0 decimal", "", "16 6.0 decimal", "22 1 2 string", "20 1 int"], arguments);
        var id = Assert.Single(steps[0].GetProperty("stepDefinitionIds").EnumerateArray()).GetString();
        var method = messages.Where(one => one.TryGetProperty("stepDefinition", out _))
            .Select(one => one.GetProperty("stepDefinition")).Single(one => one.GetProperty("id").GetString() == id)
            .GetProperty("sourceReference").GetProperty("javaMethod");
        Assert.Equal("HilBench.Scenarios.Steps.MeterSteps", method.GetProperty("className").GetString());
    }

    [Fact]
    public void The_page_has_all_it_needs_in_itself()
    {
        using var page = new MemoryStream();
        new CucumberReports(Run(Feature)).WritePage(page);
        var html = Encoding.UTF8.GetString(page.ToArray());
        Assert.StartsWith("<!DOCTYPE html>", html);
        Assert.Contains("HilBench on rig none, seed 1", html);
        Assert.DoesNotContain("src=\"http", html);
        Assert.Contains("not 8.0 kWh", html);
    }

    [Binding]
    public sealed class NoCut(Diary diary)
    {
        [Given("a step")]
        public void Step() => diary.Add("step");

        [AfterScenario]
        public static void NothingHappened() => throw new StimulusNotDeliveredException("the mains failure", "no save");
    }

    private static RunRecord Run(string feature, int jobs = 1) => new()
    {
        Results = MeterTrial.Run(feature, jobs: jobs),
        Sentences = MeterTrial.Sentences.Sentences,
        Seed = 1,
        Rig = "none",
        Began = new DateTime(2026, 11, 28, 8, 0, 0, DateTimeKind.Utc),
        Again = static _ => "again",
    };

    private static JsonElement[] Messages(RunRecord run)
    {
        using var file = new MemoryStream();
        new CucumberReports(run).WriteMessages(file);
        return
        [
            .. Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
    }

    private static JsonElement Only(JsonElement[] messages, string name) =>
        Assert.Single(messages, one => one.TryGetProperty(name, out _)).GetProperty(name);

    private static IEnumerable<string?> Statuses(JsonElement[] messages) => messages
        .Where(one => one.TryGetProperty("testStepFinished", out _))
        .Select(one => one.GetProperty("testStepFinished").GetProperty("testStepResult"))
        .Select(result => result.GetProperty("status").GetString());
}

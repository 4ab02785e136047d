using HilBench.Scenarios.Features;
using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Reports;

public sealed class FailureTextTests
{
    private static readonly ScenarioCase Case = Trial.Read(Trial.Scenario("Given a step"))[0];

    [Fact]
    public void It_says_the_step_the_reason_and_what_was_attached() => Assert.Equal(
        ["trial.feature:3: Given a step", "  first", "  second", "    no title", "  seen:", "    a", "    b"],
        FailureText.Of(Result(Verdict.Failed) with
        {
            Message = "first\r\nsecond",
            Step = Case.Steps[0],
            Attachments = [new Attachment("", ["no title"]), new Attachment("seen", ["a", "b"])],
        }));

    [Theory]
    [InlineData(18, true)]
    [InlineData(17, false)]
    public void Two_glasses_stand_beside_each_other_where_there_is_room(int width, bool beside)
    {
        var text = FailureText.Of(
            Result(Verdict.Failed) with
            {
                Attachments =
                [
                    new Attachment("wanted", ["+---+", "|a  |"]),
                    new Attachment("seen", ["+---+", "|b  |"]) { BesideTheLast = true },
                    new Attachment("clock", ["now"]),
                ],
            },
            width);
        Assert.Equal(
            beside
                ? ["    wanted   seen", "    +---+    +---+", "    |a  |    |b  |", "  clock:", "    now"]
                : ["  wanted:", "    +---+", "    |a  |", "  seen:", "    +---+", "    |b  |", "  clock:", "    now"],
            text.Skip(1));
    }

    [Fact]
    public void What_was_written_into_a_feature_or_said_by_a_device_cannot_steer_the_terminal() => Assert.Equal(
        ["trial.feature:3: Given a step", "  \\u001B[2J", "  \\u0007:", "    \\u202E"],
        FailureText.Of(Result(Verdict.Failed) with
        {
            Step = Case.Steps[0],
            Message = "\u001b[2J",
            Attachments = [new Attachment("\a", ["\u202e"])],
        }));

    [Fact]
    public void What_went_wrong_outside_the_steps_is_told_at_the_scenario() => Assert.Equal(
        ["trial.feature:2: outside the steps", "  why"],
        FailureText.Of(Result(Verdict.Invalid) with { Message = "why" }));

    [Theory]
    [InlineData(Verdict.RigFault, true)]
    [InlineData(Verdict.Failed, false)]
    [InlineData(Verdict.Invalid, false)]
    [InlineData(Verdict.Undefined, false)]
    public void Only_a_fault_of_the_bench_shows_where_in_the_code_it_came_from(Verdict verdict, bool shows)
    {
        var cause = Assert.Throws<FormatException>(() => int.Parse("x"));
        var text = FailureText.Of(Result(verdict) with { Message = "why", Cause = cause });
        Assert.Equal(shows, text.Any(line => line.StartsWith("     at ", StringComparison.Ordinal)));
        Assert.InRange(text.Count, 2, 7);
    }

    [Fact]
    public void A_red_scenario_shows_the_glass_as_promised_and_as_it_is_the_keys_and_the_clock()
    {
        var result = MeterTrial.RunOne(
            "Given the meter holds 7.0 kWh", "When the customer presses \"1 2 3\"",
            "Then the display shows \"Accept\"");
        Assert.Equal(Verdict.Failed, result.Verdict);
        var text = FailureText.Of(result);
        Assert.Equal("trial.feature:5: Then the display shows \"Accept\"", text[0]);
        Assert.StartsWith("  the display never showed \"Accept\"; it showed ", text[1]);
        Assert.Contains(text, line => line.Contains("expected") && line.Contains("on the glass"));
        Assert.Contains(text, line => line.Contains("Accept") && line.Contains("123"));
        Assert.Contains("  the last keys, of 3:", text);
        Assert.Contains("    1 2 3", text);
        Assert.Contains(text, line => line.StartsWith("    2024-11-01 08:00 UTC, ", StringComparison.Ordinal));
    }

    private static ScenarioResult Result(Verdict verdict) =>
        new() { Case = Case, Verdict = verdict, Seed = new ScenarioSeed(1) };
}

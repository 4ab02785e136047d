using HilBench.Scenarios.Reports;
using HilBench.Scenarios.Running;
using HilBench.Scenarios.Tests.Running;

namespace HilBench.Scenarios.Tests.Steps;

/// <summary>A message tells a long text by its two ends.</summary>
public sealed class LongTextTests
{
    private const int Longest = 400;

    private static readonly string Digits = new('9', 100_000);
    private static readonly string Letters = new('x', 5_000);

    public static TheoryData<string> Refused() => new(
        $"Given the meter holds {Digits} kWh", $"Given the meter holds {Digits} in currency",
        $"Given a {Digits}.5 kWh credit token", $"Given a {Digits} m3 gas credit token",
        $"Given a credit token of -{Digits} in currency", $"Given a maximum power limit token of {Digits} W",
        $"Given a meter with key revision {Digits} on base date 1993",
        $"Given a meter with key revision 1 on base date {Digits}",
        $"Given the {Letters} key change codes to key revision 2 on base date 2014",
        $"Given a 1.0 kWh credit token issued at \"{Letters}\"", $"When the clock reaches \"{Digits}\"",
        $"When {Digits} days pass", $"Then the load switch is {Letters}", $"Then the {Letters} LED is on",
        $"Then the load LED is {Letters}", $"Then the buzzer gives 1 {Letters} beep",
        $"Given a meter with:\n| {Letters} | value |\n| a | b |",
        $"Given a meter with:\n| name | value |\n| {Letters} | b |");

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_refused_before_anything_runs(string step)
    {
        var mistake = Assert.Single(MeterTrial.Mistakes(step.Split('\n')));
        Assert.True(mistake.Length <= Longest, $"{mistake.Length}: {Excerpt.Of(mistake)}");
    }

    [Theory]
    [InlineData("meter number")]
    [InlineData("supply group")]
    [InlineData("tariff index")]
    [InlineData("key revision")]
    [InlineData("key type")]
    [InlineData("key expiry")]
    [InlineData("base date")]
    [InlineData("encryption")]
    [InlineData("key derivation")]
    [InlineData("vending key")]
    [InlineData("profile")]
    [InlineData("manufactured")]
    public void What_is_no_value_of_a_meter(string name)
    {
        var mistake = Assert.Single(MeterTrial.Mistakes(
            "Given a meter with:", "| name | value |", $"| {name} | {Digits} |"));
        Assert.StartsWith($"trial.feature:3: {name}: ", mistake);
        Assert.True(mistake.Length <= Longest, $"{mistake.Length}: {Excerpt.Of(mistake)}");
    }

    [Theory]
    [InlineData("When the customer keys in token \"LONG\"")]
    [InlineData("When the customer keys in code 1 of \"LONG\"")]
    [InlineData("When the customer holds \"1111111111LONG\" for 10 milliseconds")]
    [InlineData("Then the display shows \"LONG\"")]
    [InlineData("Given a 1.0 kWh credit token \"LONG\"\nAnd a 1.0 kWh credit token \"LONG\"")]
    [InlineData("Given a 1.0 kWh credit token \"LONG\"\nWhen the customer keys in token \"A\"")]
    public void What_makes_no_sense_when_it_runs(string steps)
    {
        var text = steps.Contains("holds") ? new string('7', 5_000) : Letters;
        var result = MeterTrial.RunOne(steps.Replace("LONG", text).Split('\n'));
        Assert.Equal(Verdict.Undefined, result.Verdict);
        Assert.All(FailureText.Of(result), line => Assert.InRange(line.Length, 0, Longest));
    }

    [Fact]
    public void Of_many_names_the_first_are_told()
    {
        var lines = Enumerable.Range(1, 13).Select(number => $"Given a 1.0 kWh credit token \"t{number}\"");
        var message = MeterTrial.RunOne([.. lines, "When the customer keys in token \"t0\""]).Message;
        Assert.StartsWith("there is no token \"t0\": there are \"t1\", \"t2\", ", message);
        Assert.EndsWith("\"t10\" and 3 more", message);
    }
}

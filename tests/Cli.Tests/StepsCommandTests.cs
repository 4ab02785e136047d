using HilBench.Cli.Tests.Fixture;

namespace HilBench.Cli.Tests;

public sealed class StepsCommandTests : TempFolder
{
    [Fact]
    public void Every_sentence_of_the_contract_is_listed()
    {
        var said = Run("steps");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        string[] promised =
        [
            "Given a meter with key revision {int} on base date {int}", "Given a meter with:",
            "Given the meter holds {decimal} kWh", "Given a {decimal} kWh credit token",
            "Given a {decimal} kWh credit token {string} issued at {string}",
            "Given a {decimal} kWh credit token {string} under key revision {int} on base date {int}",
            "Given a clear credit token", "Given a clear tamper token", "Given a maximum power limit token of {int} W",
            "When  the customer keys in the token", "When  the customer keys in token {string}",
            "When  the customer keys in code {int}", "When  the customer presses {string}",
            "When  the customer presses Enter", "When  the mains fails", "When  the mains returns",
            "When  {decimal} minute(s) pass(es)", "When  the clock reaches {string}",
            "When  the load draws {int} W for {decimal} hour(s)", "Then  the meter accepts it",
            "Then  the meter refuses it",
            "Then  the meter refuses it as used", "Then  the meter refuses it as old",
            "Then  the meter asks for the other code", "Then  the display shows {string}", "Then  the display reads:",
            "Then  the meter holds {decimal} kWh", "Then  the key revision is {int}", "Then  the load switch is {word}",
        ];
        var listed = said.OutLines.Select(line => line.Split(" [needs")[0]).ToHashSet();
        Assert.All(promised, sentence => Assert.Contains(sentence, listed));
    }
}

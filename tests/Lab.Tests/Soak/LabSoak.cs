using System.Diagnostics;

namespace HilBench.Lab.Tests.Soak;

/// <summary>Nights of processes that are killed at random; <c>tests/soak/lab</c> starts it.</summary>
public class LabSoak
{
    private const int Benches = 4;

    [Fact(Explicit = true)]
    public async Task Whatever_is_killed_every_scenario_has_one_verdict()
    {
        var began = Stopwatch.GetTimestamp();
        var random = new Random(SoakSettings.Seed);
        var count = new SoakCount();
        await using var lab = await SoakLab.Start(Benches);
        await lab.AllJoined();
        for (var number = 1; number <= SoakSettings.Rounds; number++)
        {
            var elapsed = Stopwatch.GetElapsedTime(began);
            if (SoakSettings.Seconds > 0 && elapsed.TotalSeconds > SoakSettings.Seconds) break;
            await new SoakRound(lab, number, random, count).Run();
            count.Rounds++;
            elapsed = Stopwatch.GetElapsedTime(began);
            SoakSettings.Tell($"round {number}: {count.Verdicts} verdicts in {elapsed.TotalSeconds:0} s");
        }

        SoakSettings.Tell(count.Table);
        SoakSettings.Tell(
            $"seed {SoakSettings.Seed}, {count.Rounds} rounds, {count.Verdicts} scenarios in "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: each has one verdict, none was lost");
        Assert.True(count.Rounds > 0);
    }
}

using System.Diagnostics;
using HilBench.Lab.Benches;
using HilBench.Lab.Coordination;
using HilBench.Lab.Told;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Scenarios.Running;

namespace HilBench.Lab.Tests.Nights;

/// <summary>Rigs whose cable comes out.</summary>
public class BrokenRigTests
{
    private const string Unplugged = "the cable of the keypad is out";

    [Fact]
    public async Task A_rig_that_is_unplugged_loses_its_attempt_and_is_not_leased_until_it_is_well_again()
    {
        await using var night = await LabNight.Start(benches: 1);
        var isOut = false;
        var weak = await night.Join("bench-2", Pluggable(() => isOut));
        var run = await night.Run(Feature(night, scenarios: 24));
        await night.Folder.Begun(1);
        (isOut, weak.Broken) = (true, Unplugged);
        var began = Stopwatch.GetTimestamp();
        var board = await night.Board();
        await Until.True(async () => (await Look(board)).State == "broken");
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        Assert.Contains(Unplugged, (await Look(board)).Told);
        var results = await run.Results();
        Assert.All(results, one => Assert.Equal(Verdict.Passed, one.Verdict));
        var lost = results.SelectMany(one => one.Where!.Lost).ToArray();
        Assert.Contains($"bench-2: {Unplugged}", Assert.Single(lost));
        (isOut, weak.Broken) = (false, null);
        await Until.True(async () => (await Look(board)).State == RigLook.Free);
    }

    [Fact]
    public async Task What_no_rig_can_bring_to_its_end_is_tried_three_times_and_then_a_rig_fault_that_says_why()
    {
        await using var night = await LabNight.Start(benches: 0);
        for (var at = 1; at <= 3; at++) await night.Join($"bench-{at}", Pluggable(() => true));
        var run = await night.Run(Feature(night, scenarios: 1));
        var result = Assert.Single(await run.Results());
        Assert.Equal(Verdict.RigFault, result.Verdict);
        Assert.Equal(3, result.Where!.Lost.Count);
        Assert.All(result.Where.Lost, why => Assert.Contains(Unplugged, why));
        var tried = result.Where.Lost.Select(why => why.Split(':')[0]).Distinct().Count();
        Assert.Equal(3, tried);
    }

    /// <summary>Each presses a key, so that the rig is used.</summary>
    private static string Feature(LabNight night, int scenarios)
    {
        var file = night.Folder.Feature("keys", scenarios, milliseconds: 150);
        File.WriteAllLines(file, File.ReadAllLines(file).SelectMany(line => line.Contains("When scenario")
            ? (string[])
            ["    Given the meter holds 10.0 kWh", line, "    When the mains fails", "    And the mains returns"]
            : [line]));
        return file;
    }

    private static LeasedPlan Pluggable(Func<bool> isOut) => new(ModelPlan.Alone, () =>
    {
        if (isOut()) throw new RigFaultException(Unplugged);
    });

    private static async Task<RigLook> Look(LabBoard board) =>
        (await LabLook.At(board, LabNight.Cancel)).Rigs.Single(rig => rig.Card.Name == "bench-2");
}

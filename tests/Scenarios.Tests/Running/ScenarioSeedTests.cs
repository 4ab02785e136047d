using CsCheck;

namespace HilBench.Scenarios.Tests.Running;

public sealed class ScenarioSeedTests
{
    /// <summary>If this number changed, every command to repeat a run that was ever printed would be wrong.</summary>
    [Fact]
    public void The_seed_of_a_place_never_changes() => Assert.Equal(
        17366387769534100839, ScenarioSeed.For(1, "features/replay/used-once.feature", 12).Value);

    [Fact]
    public void The_folder_does_not_count_but_name_line_and_run_seed_do()
    {
        var seed = ScenarioSeed.For(7, "a.feature", 3);
        Assert.Equal(seed, ScenarioSeed.For(7, "/home/qa/a.feature", 3));
        Assert.NotEqual(seed, ScenarioSeed.For(7, "b.feature", 3));
        Assert.NotEqual(seed, ScenarioSeed.For(7, "a.feature", 4));
        Assert.NotEqual(seed, ScenarioSeed.For(8, "a.feature", 3));
    }

    [Fact]
    public void Neighbouring_lines_get_seeds_that_have_nothing_in_common() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 10_000]).Sample((run, line) =>
        {
            var one = ScenarioSeed.For(run, "a.feature", line).Value;
            var next = ScenarioSeed.For(run, "a.feature", line + 1).Value;
            return System.Numerics.BitOperations.PopCount(one ^ next) is > 8 and < 56;
        });
}

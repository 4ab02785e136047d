namespace HilBench.Chips.Tests.Time;

public sealed class SeededRandomTests
{
    [Fact]
    public void Seed_1234567_gives_the_first_numbers_of_the_published_SplitMix64_sequence()
    {
        // Expected values: Rosetta Code, "Pseudo-random numbers/Splitmix64", which quotes the output of the reference
        // implementation.
        var random = new SeededRandom(1234567);
        ulong[] expected =
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        ];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void Numbers_stay_below_their_bound_and_reach_both_ends()
    {
        var random = new SeededRandom(1);
        var seen = Enumerable.Range(0, 1_000).Select(_ => random.NextBelow(7)).ToHashSet();
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], seen.Order());
    }

    [Fact]
    public void Two_chips_of_one_board_draw_different_numbers() =>
        Assert.NotEqual(SeededRandom.For(5, "keypad").Next(), SeededRandom.For(5, "24C32").Next());
}

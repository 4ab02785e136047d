using CsCheck;
using HilBench.Simulation.Events;
using HilBench.Simulation.Lives;

namespace HilBench.Simulation.Tests;

/// <summary>What is left of a failing life fails, and nothing of it can be left out.</summary>
public class ShrinkerTests
{
    [Fact]
    public void Only_the_events_that_are_needed_are_left_in_their_order() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 59].Array[1, 5]).Sample((count, needed) =>
        {
            var life = Enumerable.Range(0, count).Select(second => (LifeEvent)new LifeEvent.Waits(second)).ToArray();
            var wanted = needed.Where(second => second < count).Distinct().Order().ToArray();
            var shortest = Shrinker.Shrink(life, shorter => wanted.All(second =>
                shorter.Contains(new LifeEvent.Waits(second))));
            Assert.Equal(wanted, shortest.Cast<LifeEvent.Waits>().Select(wait => wait.Seconds));
        });
}

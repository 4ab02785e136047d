using HilBench.Simulation.Events;

namespace HilBench.Simulation.Lives;

/// <summary>
/// Takes events out of a failing life for as long as it still fails: first halves, then quarters, at last one by one
/// (delta debugging). What is left fails, and no event of it can be left out.
/// </summary>
internal static class Shrinker
{
    public static IReadOnlyList<LifeEvent> Shrink(
        IReadOnlyList<LifeEvent> failing, Func<IReadOnlyList<LifeEvent>, bool> fails)
    {
        var left = failing;
        for (var size = Math.Max(1, left.Count / 2); size >= 1;)
        {
            var shorter = Shorter(left, size, fails);
            if (shorter is not null) left = shorter;
            else if (size == 1) break;
            size = Math.Max(1, shorter is null ? size / 2 : Math.Min(size, left.Count / 2));
        }

        return left;
    }

    private static List<LifeEvent>? Shorter(
        IReadOnlyList<LifeEvent> life, int size, Func<IReadOnlyList<LifeEvent>, bool> fails)
    {
        for (var from = 0; from < life.Count; from += size)
        {
            var without = life.Take(from).Concat(life.Skip(from + size)).ToList();
            if (without.Count < life.Count && fails(without)) return without;
        }

        return null;
    }
}

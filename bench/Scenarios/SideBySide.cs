using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace HilBench.Scenarios;

/// <summary>Work on several things at once, where the order in which they are done is nobody's business.</summary>
internal static class SideBySide
{
    /// <summary>
    /// Returns when all is done, or throws what was thrown for the first of those that could not be done.
    /// </summary>
    public static void Run<T>(int jobs, IReadOnlyList<T> all, Action<T> work)
    {
        if (jobs <= 1 || all.Count <= 1)
        {
            foreach (var one in all) work(one);
            return;
        }

        var thrown = new ExceptionDispatchInfo?[all.Count];
        var places = Partitioner.Create(Enumerable.Range(0, all.Count), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(places, new ParallelOptions { MaxDegreeOfParallelism = jobs }, place =>
        {
            try
            {
                work(all[place]);
            }
            catch (Exception wrong)
            {
                thrown[place] = ExceptionDispatchInfo.Capture(wrong);
            }
        });
        Array.Find(thrown, one => one is not null)?.Throw();
    }
}

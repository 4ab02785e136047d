namespace HilBench.Web.Hand;

/// <summary>One page that is open in a browser.</summary>
internal sealed class Viewer
{
    private static int _count;

    /// <summary>The pages of a panel are told apart by the order in which they came.</summary>
    public int Number { get; } = Interlocked.Increment(ref _count);
}

using System.Text;
using HilBench.Lab.Shards;

namespace HilBench.Lab.Tests.Shards;

/// <summary>Work that is done at once, and tells what was asked for.</summary>
internal static class Toy
{
    public const string Name = "toy";

    public static ShardKind Kind { get; } = With(static (_, _) => { });

    /// <summary>With something that happens in each shard.</summary>
    public static ShardKind With(Action<int, CancellationToken> happens) => new(Name, text => (number, stop) =>
    {
        happens(number, stop);
        return Encoding.UTF8.GetBytes(Result(text, number));
    });

    public static ShardOrder Order(int shards, string text = "toys") => new(Name, "a box of toys", text, shards);

    public static string Result(string text, int number) => $"{text} {number}";

    /// <summary>What comes of an order, whoever lives it.</summary>
    public static IEnumerable<(int, string)> All(int shards, string text = "toys") =>
        Enumerable.Range(0, shards).Select(number => (number, Result(text, number)));
}

/// <summary>A place in a shard where a worker stays until it is told to go on, or to stop.</summary>
internal sealed class Gate
{
    private readonly ManualResetEventSlim _open = new();
    private readonly TaskCompletionSource<int> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody stands here; the number of the shard.</summary>
    public Task<int> Reached => _reached.Task.WaitAsync(TestContext.Current.CancellationToken);

    public void Wait(int number, CancellationToken stop)
    {
        _reached.TrySetResult(number);
        _open.Wait(stop);
    }

    public void Open() => _open.Set();
}

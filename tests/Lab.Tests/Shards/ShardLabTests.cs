using System.Collections.Concurrent;
using System.Text;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards;
using NATS.Client.JetStream;

namespace HilBench.Lab.Tests.Shards;

/// <summary>Every shard of a job comes back once, whoever dies, fails or is in the way meanwhile.</summary>
public class ShardLabTests
{
    private const int Many = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public async Task Every_shard_comes_once_and_nothing_is_left_on_the_broker(int workers, int threads)
    {
        await using var scene = await ShardScene.Start();
        for (var i = 0; i < workers; i++) await scene.Hire([Toy.Kind], threads);
        var results = await scene.Collect(await scene.Giver(), Toy.Order(Many));
        Assert.Equal(Toy.All(Many), results.Order());
        await AssertNothingIsLeft(scene);
    }

    [Fact]
    public async Task Only_the_shards_that_are_asked_for_are_lived()
    {
        await using var scene = await ShardScene.Start();
        var lived = new ConcurrentBag<int>();
        await scene.Hire([Toy.With((number, _) => lived.Add(number))]);
        var lab = await scene.Giver();
        var results = await Task.Run(
            () => lab.Live(Toy.Order(Many), [3, 77], Encoding.UTF8.GetString, Cancel).ToList(), Cancel);
        Assert.Equal([(3, "toys 3"), (77, "toys 77")], results.Order());
        Assert.Equal([3, 77], lived.Order());
    }

    [Fact]
    public async Task A_text_that_is_too_large_for_a_message_comes_beside_it()
    {
        await using var scene = await ShardScene.Start();
        await scene.Hire([Toy.Kind]);
        var noise = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 900_000).Select(_ => (char)noise.Next('0', 'z')));
        Assert.Equal(Toy.All(2, text), (await scene.Collect(await scene.Giver(), Toy.Order(2, text))).Order());
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_its_shard_back_at_once()
    {
        await using var scene = await ShardScene.Start();
        var gate = new Gate();
        var first = await scene.Hire([Toy.With(gate.Wait)]);
        var results = scene.Collect(await scene.Giver(), Toy.Order(5));
        await gate.Reached;
        await first.Stop();
        var queue = await (await scene.Connect("looker")).Stream.GetConsumerAsync(
            "hilbench-shards", $"workers-{ShardScene.Build}", Cancel);
        var ask = new NatsJSNextOpts { Expires = TimeSpan.FromSeconds(5) };
        var back = await queue.NextAsync<byte[]>(opts: ask, cancellationToken: Cancel);
        Assert.EndsWith($".{await gate.Reached}", back!.Subject);
        await back.NakAsync(cancellationToken: Cancel);
        await scene.Hire([Toy.Kind]);
        Assert.Equal(Toy.All(5), (await results).Order());
    }

    [Fact]
    public async Task The_shard_of_a_worker_that_vanished_is_lived_by_another()
    {
        await using var scene = await ShardScene.Start();
        var gate = new Gate();
        var first = await scene.Hire([Toy.With(gate.Wait)]);
        var results = scene.Collect(await scene.Giver(), Toy.Order(5));
        await gate.Reached;
        await first.Vanish();
        await scene.Hire([Toy.Kind]);
        Assert.Equal(Toy.All(5), (await results).Order());
    }

    [Fact]
    public async Task Whoever_stops_waiting_takes_the_job_away_and_workers_stop_with_it()
    {
        await using var scene = await ShardScene.Start();
        var gate = new Gate();
        var stopped = new TaskCompletionSource();
        await scene.Hire([Toy.With((number, stop) =>
        {
            stop.Register(stopped.SetResult);
            gate.Wait(number, stop);
        })]);
        using var enough = new CancellationTokenSource();
        var results = scene.CollectUntil(await scene.Giver(), Toy.Order(1), enough.Token);
        await gate.Reached;
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => results);
        await stopped.Task.WaitAsync(Cancel);
        await AssertNothingIsLeft(scene);
    }

    [Fact]
    public async Task Whoever_has_enough_takes_no_more()
    {
        await using var scene = await ShardScene.Start();
        await scene.Hire([Toy.Kind]);
        var lab = await scene.Giver();
        int[] all = [.. Enumerable.Range(0, Many)];
        var first = await Task.Run(
            () => lab.Live(Toy.Order(Many), all, Encoding.UTF8.GetString, Cancel).First(), Cancel);
        Assert.Contains(first, Toy.All(Many));
        await AssertNothingIsLeft(scene);
    }

    [Fact]
    public async Task A_shard_that_fails_once_is_lived_again()
    {
        await using var scene = await ShardScene.Start();
        var failures = 0;
        await scene.Hire([Toy.With((number, _) =>
        {
            if (number == 2 && Interlocked.Increment(ref failures) == 1) throw new IOException("No space left");
        })]);
        Assert.Equal(Toy.All(4), (await scene.Collect(await scene.Giver(), Toy.Order(4))).Order());
        Assert.Equal(2, failures);
    }

    [Fact]
    public async Task A_shard_that_comes_to_nothing_three_times_ends_the_job_in_one_line()
    {
        await using var scene = await ShardScene.Start();
        var fails = Toy.With((number, _) =>
        {
            if (number == 2) throw new IOException("No space\nleft");
        });
        await scene.Hire([fails]);
        await scene.Hire([fails]);
        var wrong = await Assert.ThrowsAsync<LabException>(() => Work());
        Assert.Equal("a box of toys: shard 2 came to nothing 3 times, at last: No space left", wrong.Message);
        await AssertNothingIsLeft(scene);

        async Task Work() => await scene.Collect(await scene.Giver(), Toy.Order(4));
    }

    [Fact]
    public async Task Work_that_a_worker_does_not_know_ends_in_one_line()
    {
        await using var scene = await ShardScene.Start();
        await scene.Hire([new ShardKind("other", Toy.Kind.Read)]);
        var lab = await scene.Giver();
        var wrong = await Assert.ThrowsAsync<LabException>(() => scene.Collect(lab, Toy.Order(1)));
        Assert.EndsWith("nobody here knows work of the kind \"toy\"", wrong.Message);
    }

    [Fact]
    public async Task Two_who_give_work_at_once_get_each_their_own_results()
    {
        await using var scene = await ShardScene.Start();
        await scene.Hire([Toy.Kind]);
        await scene.Hire([Toy.Kind]);
        var one = scene.Collect(await scene.Giver(), Toy.Order(Many, "cars"));
        var other = scene.Collect(await scene.Giver(), Toy.Order(Many, "dolls"));
        Assert.Equal(Toy.All(Many, "cars"), (await one).Order());
        Assert.Equal(Toy.All(Many, "dolls"), (await other).Order());
    }

    /// <summary>No job and, once workers have let go of what nobody wants, no result and no shard.</summary>
    private static async Task AssertNothingIsLeft(ShardScene scene)
    {
        var bus = await scene.Connect("looker");
        Assert.All(await new Bucket<JobCard>(bus, ShardBuckets.Jobs).All(">", Cancel), one => Assert.Null(one.Value));
        var done = new Bucket<DoneShard>(bus, ShardBuckets.Done);
        while ((await done.All(">", Cancel)).Any(one => one.Value is not null)) await Task.Delay(50, Cancel);
        while ((await bus.Stream.GetStreamAsync("hilbench-shards", cancellationToken: Cancel)).Info.State.Messages > 0)
            await Task.Delay(50, Cancel);
    }
}

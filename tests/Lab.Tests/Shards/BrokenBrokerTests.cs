namespace HilBench.Lab.Tests.Shards;

/// <summary>A broker that dies costs waiting, and no shard.</summary>
public class BrokenBrokerTests
{
    private const int Many = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Shards_come_once_though_the_broker_was_killed_and_may_have_forgotten_all(bool isWiped)
    {
        await using var scene = await ShardScene.Start();
        var halfway = new TaskCompletionSource();
        var lived = 0;
        var kind = Toy.With((_, stop) =>
        {
            if (Interlocked.Increment(ref lived) == Many / 2) halfway.TrySetResult();
            stop.WaitHandle.WaitOne(20);
        });
        await scene.Hire([kind], threads: 2);
        await scene.Hire([kind]);
        var results = scene.Collect(await scene.Giver(), Toy.Order(Many));
        await halfway.Task.WaitAsync(TestContext.Current.CancellationToken);
        await scene.Broker.Kill();
        if (isWiped) scene.Broker.Wipe();
        await scene.Broker.Again();
        Assert.Equal(Toy.All(Many), (await results).Order());
    }

    [Fact]
    public async Task A_worker_goes_on_without_a_broker_and_hands_in_later()
    {
        await using var scene = await ShardScene.Start();
        var gate = new Gate();
        var lived = 0;
        await scene.Hire([Toy.With((number, stop) =>
        {
            Interlocked.Increment(ref lived);
            gate.Wait(number, stop);
        })]);
        var results = scene.Collect(await scene.Giver(), Toy.Order(1));
        await gate.Reached;
        await scene.Broker.Stop();
        gate.Open();
        await scene.Broker.Again();
        Assert.Equal(Toy.All(1), await results);
        Assert.Equal(1, lived);
    }
}

using System.Text;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards;
using HilBench.Lab.Tests.Deployment;

namespace HilBench.Lab.Tests.Shards;

/// <summary>What the shipped broker lets users do is enough for shards.</summary>
public class PermittedShardsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bench_lives_the_shards_that_a_giver_gives()
    {
        await using var lab = await ShippedLab.Empty();
        await using var bench = await Connect(lab, "bench-1");
        await using var anna = await Connect(lab, "anna");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var work = new ShardWorker(bench, [Toy.Kind], static _ => { }, ShardScene.Build).Run(2, stop.Token);
        var noise = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 900_000).Select(_ => (char)noise.Next('0', 'z')));
        var giver = new ShardLab(anna, static _ => { }, ShardScene.Build);
        var results = await Task.Run(
            () => giver.Live(Toy.Order(5, text), [0, 1, 2, 3, 4], Encoding.UTF8.GetString, Cancel).ToList(), Cancel);
        Assert.Equal(Toy.All(5, text), results.Order());
        await stop.CancelAsync();
        await work;
        Assert.DoesNotContain("Violation", lab.Broker.Log);
    }

    private static Task<LabBus> Connect(ShippedLab lab, string user) => LabBus.Open(
        LabAddress.Of(lab.Url, lab.LoginFile(user), lab.Authority), user, waits: null, Cancel);
}

using System.Text;
using HilBench.Lab.Bus;
using HilBench.Lab.Shards;

namespace HilBench.Lab.Tests.Shards;

/// <summary>Programs of another build, and what is no shard at all.</summary>
public class StrangersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_of_another_build_takes_nothing_and_that_is_told()
    {
        await using var scene = await ShardScene.Start();
        var lived = 0;
        await scene.Hire([Toy.With((_, _) => Interlocked.Increment(ref lived))], build: "b2");
        var results = scene.Collect(await scene.Giver(), Toy.Order(3));
        await Told(scene, "the workers in the lab (1) are of another build of hilbench than this");
        await scene.Hire([Toy.Kind]);
        Assert.Equal(Toy.All(3), (await results).Order());
        Assert.Equal(0, lived);
    }

    [Fact]
    public async Task A_worker_lives_shards_of_those_alone_whose_work_it_takes()
    {
        await using var scene = await ShardScene.Start();
        var lived = 0;
        await scene.Hire([Toy.With((_, _) => Interlocked.Increment(ref lived))], accepts: user => user == "ci");
        await scene.Hire([Toy.Kind]);
        Assert.Equal(Toy.All(20), (await scene.Collect(await scene.Giver(), Toy.Order(20))).Order());
        Assert.Equal(0, lived);
    }

    [Fact]
    public async Task That_nobody_is_there_is_told_once()
    {
        await using var scene = await ShardScene.Start();
        var results = scene.Collect(await scene.Giver(), Toy.Order(3));
        await Told(scene, "no worker is in the lab; waiting for one: hilbench lab join --nats … --shards N");
        await scene.Hire([Toy.Kind]);
        Assert.Equal(Toy.All(3), (await results).Order());
        Assert.InRange(scene.Told.Count, 1, 2);
    }

    [Fact]
    public async Task Nonsense_in_the_queue_is_thrown_away_and_the_work_is_done()
    {
        await using var scene = await ShardScene.Start();
        await scene.Hire([Toy.Kind]);
        var bus = await scene.Connect("stranger");
        var lab = await scene.Giver();
        await scene.Collect(lab, Toy.Order(1));
        var jobs = new Bucket<JobCard>(bus, ShardBuckets.Jobs);
        await jobs.Put("stranger.small", new JobCard { Kind = Toy.Name, Build = ShardScene.Build, Shards = 1 }, Cancel);
        string[] subjects =
        [
            $"giver.{ShardScene.Build}.nojob.0", $"giver.{ShardScene.Build}.nojob.minus", $"giver.{ShardScene.Build}.x",
            $"giver.{ShardScene.Build}.a.b.c.d", $"stranger.{ShardScene.Build}.small.7",
            $"stranger.{ShardScene.Build}.small.007", $"stranger.{ShardScene.Build}.small.99999999999",
        ];
        foreach (var subject in subjects)
        {
            await bus.Stream.PublishAsync(
                $"hilbench.shards.{subject}", Encoding.UTF8.GetBytes("{\"file\":\"/etc/passwd\"}"),
                cancellationToken: Cancel);
        }

        Assert.Equal(Toy.All(20), (await scene.Collect(lab, Toy.Order(20))).Order());
        while ((await bus.Stream.GetStreamAsync("hilbench-shards", cancellationToken: Cancel)).Info.State.Messages > 0)
            await Task.Delay(50, Cancel);
    }

    [Fact]
    public async Task A_result_that_is_none_is_not_taken_for_one()
    {
        await using var scene = await ShardScene.Start();
        var results = scene.Collect(await scene.Giver(), Toy.Order(2));
        var bus = await scene.Connect("stranger");
        var jobs = new Bucket<JobCard>(bus, ShardBuckets.Jobs);
        IReadOnlyList<Kept<JobCard>> all;
        while ((all = await jobs.All(">", Cancel)).Count == 0) await Task.Delay(50, Cancel);
        var done = new Bucket<DoneShard>(bus, ShardBuckets.Done);
        await done.Put($"{all[0].Key}.0", new DoneShard { Result = new Parcel([1, 2, 3], null) }, Cancel);
        await done.Put($"{all[0].Key}.1", new DoneShard { Result = new Parcel(null, "nowhere") }, Cancel);
        await done.Put($"{all[0].Key}.x", new DoneShard(), Cancel);
        await scene.Hire([Toy.Kind]);
        Assert.Equal(Toy.All(2), (await results).Order());
    }

    [Fact]
    public async Task A_job_that_is_damaged_is_told_and_costs_the_worker_nothing()
    {
        await using var scene = await ShardScene.Start();
        var worker = await scene.Hire([Toy.Kind]);
        var bus = await scene.Connect("stranger");
        var lab = await scene.Giver();
        await scene.Collect(lab, Toy.Order(1));
        var card = new JobCard
        {
            Kind = Toy.Name, Title = "bad\u001b[2J", Build = ShardScene.Build, Shards = 1,
            Text = new Parcel([9, 8, 7, 6], null),
        };
        await new Bucket<JobCard>(bus, ShardBuckets.Jobs).Put("stranger.bad", card, Cancel);
        await bus.Stream.PublishAsync<byte[]>(
            $"hilbench.shards.stranger.{ShardScene.Build}.bad.0", [], cancellationToken: Cancel);
        while (!worker.Told.Any(line => line.EndsWith("what is to be done cannot be read", StringComparison.Ordinal)))
            await Task.Delay(20, Cancel);
        Assert.DoesNotContain(worker.Told, line => line.Any(char.IsControl));
        Assert.Equal(Toy.All(5), (await scene.Collect(lab, Toy.Order(5))).Order());
    }

    private static async Task Told(ShardScene scene, string what)
    {
        while (!scene.Told.Any(line => line.StartsWith(what, StringComparison.Ordinal))) await Task.Delay(50, Cancel);
    }
}

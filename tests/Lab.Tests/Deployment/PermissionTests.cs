using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Client.KeyValueStore;
using NATS.Client.ObjectStore;

namespace HilBench.Lab.Tests.Deployment;

/// <summary>What the shipped broker lets whom do.</summary>
public class PermissionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bench_writes_its_own_card_and_no_other()
    {
        await using var lab = await ShippedLab.Open();
        var cards = await lab.Keys("bench-1").CreateStoreAsync(ShippedLab.Benches, Cancel);
        await cards.PutAsync("bench-1", "free", cancellationToken: Cancel);
        await lab.Refuses("bench-1", "$KV.hilbench-benches.bench-2");
        Assert.Equal(["bench-1"], await cards.GetKeysAsync(cancellationToken: Cancel).ToArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_bench_gives_no_work_not_even_to_itself()
    {
        await using var lab = await ShippedLab.Open();
        await lab.Refuses("bench-1", "$KV.hilbench-work.bench-2.anna");
        await lab.Refuses("bench-1", "$KV.hilbench-work.bench-1.bench-1");
        await lab.Refuses("bench-1", "$KV.hilbench-runs.anna.1");
        await lab.Refuses("bench-1", "$KV.hilbench-leases.bench-1");
        await lab.Refuses("bench-1", "$KV.hilbench-jobs.anna.1");
        await lab.Refuses("bench-1", "hilbench.shards.anna.build.job.1");
        Assert.Equal(0, await Messages(lab, ShippedLab.Work));
    }

    [Fact]
    public async Task Work_is_given_under_the_own_name_alone()
    {
        await using var lab = await ShippedLab.Open();
        var work = await lab.Keys("anna").CreateStoreAsync(ShippedLab.Work, Cancel);
        await work.PutAsync("bench-1.anna", "a scenario", cancellationToken: Cancel);
        await lab.Refuses("anna", "$KV.hilbench-work.bench-1.ci");
        await lab.Refuses("anna", "$KV.hilbench-runs.ci.7");
        await lab.Refuses("ci", "$KV.hilbench-verdicts.anna.1.v1");
        await lab.Refuses("ci", "$KV.hilbench-jobs.anna.1");
        await lab.Refuses("ci", "$KV.hilbench-done.anna.1.1");
        await lab.Refuses("ci", "hilbench.shards.anna.build.job.1");
        await lab.Refuses("anna", "$KV.hilbench-benches.bench-1");
        Assert.Equal(1, await Messages(lab, ShippedLab.Work));
    }

    [Fact]
    public async Task A_scenario_goes_to_the_bench_and_its_verdict_comes_back()
    {
        await using var lab = await ShippedLab.Open();
        var work = await lab.Keys("anna").GetStoreAsync(ShippedLab.Work, Cancel);
        var given = await lab.Keys("bench-1").GetStoreAsync(ShippedLab.Work, Cancel);
        await work.PutAsync("bench-1.anna", "a scenario", cancellationToken: Cancel);
        var taken = await given.WatchAsync<string>("bench-1.>", cancellationToken: Cancel).FirstAsync(Cancel);
        Assert.Equal(("bench-1.anna", "a scenario"), (taken.Key, taken.Value));

        var told = await lab.Keys("bench-1").GetStoreAsync(ShippedLab.Verdicts, Cancel);
        await told.CreateAsync("anna.1.v1", "passed", cancellationToken: Cancel);
        var heard = await lab.Keys("anna").GetStoreAsync(ShippedLab.Verdicts, Cancel);
        Assert.Equal("passed", (await heard.GetEntryAsync<string>("anna.1.v1", cancellationToken: Cancel)).Value);
    }

    /// <summary>More than the broker sends without hearing from the watcher, who answers on $JS.FC.</summary>
    [Fact]
    public async Task A_night_of_verdicts_is_watched_to_its_end()
    {
        const int count = 4000;
        await using var lab = await ShippedLab.Open();
        var told = await lab.Keys("bench-1").GetStoreAsync(ShippedLab.Verdicts, Cancel);
        var verdict = new byte[4096];
        await Task.WhenAll(Enumerable.Range(0, count)
            .Select(one => told.PutAsync($"anna.1.v{one}", verdict, cancellationToken: Cancel).AsTask()));
        var heard = await lab.Keys("anna").GetStoreAsync(ShippedLab.Verdicts, Cancel);
        var watched = heard.WatchAsync<byte[]>("anna.1.>", cancellationToken: Cancel);
        Assert.Equal(count, await watched.Take(count).CountAsync(Cancel));
        Assert.DoesNotContain("Violation", lab.Broker.Log);
    }

    [Fact]
    public async Task A_parcel_of_one_who_gives_work_is_opened_by_a_bench()
    {
        await using var lab = await ShippedLab.Open();
        var content = new byte[300_000];
        Random.Shared.NextBytes(content);
        var sent = await Parcels(lab, "anna").CreateObjectStoreAsync(ShippedLab.Parcels, Cancel);
        await sent.PutAsync("anna.1.features", content, Cancel);
        // An answer was lost, and it is sent once more.
        await sent.PutAsync("anna.1.features", content, Cancel);
        var opened = await Parcels(lab, "bench-1").CreateObjectStoreAsync(ShippedLab.Parcels, Cancel);
        Assert.Equal(content, await opened.GetBytesAsync("anna.1.features", Cancel));
        await sent.DeleteAsync("anna.1.features", Cancel);
        Assert.DoesNotContain("Violation", lab.Broker.Log);
    }

    [Fact]
    public async Task A_bench_takes_a_shard_from_the_queue_and_acknowledges_it()
    {
        await using var lab = await ShippedLab.Open();
        var queue = new StreamConfig("hilbench-shards", ["hilbench.shards.>"])
        {
            Retention = StreamConfigRetention.Workqueue,
        };
        var given = new NatsJSContext(lab.Connect("anna"));
        await given.CreateStreamAsync(queue, Cancel);
        var put = await given.PublishAsync("hilbench.shards.anna.build.job.1", "a shard", cancellationToken: Cancel);
        put.EnsureSuccess();

        var taken = new NatsJSContext(lab.Connect("bench-1"));
        var workers = new ConsumerConfig("workers") { AckPolicy = ConsumerConfigAckPolicy.Explicit };
        var consumer = await taken.CreateOrUpdateConsumerAsync("hilbench-shards", workers, Cancel);
        var shard = await consumer.NextAsync<string>(cancellationToken: Cancel);
        Assert.Equal("a shard", shard?.Data);
        await shard!.AckProgressAsync(cancellationToken: Cancel);
        await shard.AckAsync(new AckOpts { DoubleAck = true }, Cancel);
        var left = await given.GetStreamAsync("hilbench-shards", cancellationToken: Cancel);
        Assert.Equal(0, left.Info.State.Messages);
        Assert.DoesNotContain("Violation", lab.Broker.Log);
    }

    [Theory]
    [InlineData("bench-1")]
    [InlineData("anna")]
    public async Task Only_the_admin_changes_purges_or_deletes_what_is_stored(string user)
    {
        await using var lab = await ShippedLab.Open();
        foreach (var deed in new[] { "DELETE", "PURGE", "UPDATE", "MSG.DELETE", "SNAPSHOT", "RESTORE" })
            await lab.Refuses(user, $"$JS.API.STREAM.{deed}.KV_hilbench-verdicts");
        await lab.Refuses(user, "$JS.API.CONSUMER.DELETE.KV_hilbench-work.another");
        await lab.Refuses(user, "$JS.API.STREAM.CREATE.own");
        await lab.Refuses(user, "$JS.API.ACCOUNT.PURGE.LAB");

        Assert.Equal(0, await Messages(lab, ShippedLab.Verdicts));
        Assert.True(await lab.Keys("admin").DeleteStoreAsync(ShippedLab.Verdicts, Cancel));
    }

    /// <summary>Within one account a broker would: it does not ask where an answer goes.</summary>
    [Fact]
    public async Task The_broker_is_not_made_to_write_for_a_user_where_that_user_may_not()
    {
        await using var lab = await ShippedLab.Open();
        var ci = lab.Connect("ci");
        var own = await new NatsKVContext(new NatsJSContext(ci)).GetStoreAsync(ShippedLab.Work, Cancel);
        await own.PutAsync("bench-1.ci", "forged", cancellationToken: Cancel);
        const string victim = "$KV.hilbench-work.bench-1.anna";
        const string question = """{"last_by_subj":"$KV.hilbench-work.bench-1.ci"}""";
        foreach (var asked in new[] { "DIRECT.GET", "STREAM.MSG.GET", "STREAM.INFO" })
        {
            await ci.PublishAsync(
                $"$JS.API.{asked}.KV_hilbench-work", question, replyTo: victim, cancellationToken: Cancel);
        }

        await ci.PublishAsync("$KV.hilbench-runs.ci.1", "forged", replyTo: victim, cancellationToken: Cancel);
        const string consumer = """
            {"stream_name":"KV_hilbench-runs","config":{"name":"ci","filter_subject":"$KV.hilbench-runs.ci.1",
            "deliver_subject":"$KV.hilbench-work.bench-1.anna","deliver_policy":"all","ack_policy":"none"}}
            """;
        await ci.RequestAsync<string, string>(
            "$JS.API.CONSUMER.CREATE.KV_hilbench-runs.ci.$KV.hilbench-runs.ci.1", consumer, cancellationToken: Cancel);
        for (var answered = 0; answered < 20; answered++)
            await own.GetEntryAsync<string>("bench-1.ci", cancellationToken: Cancel);
        var work = await lab.Keys("admin").GetStoreAsync(ShippedLab.Work, Cancel);
        Assert.Equal(["bench-1.ci"], await work.GetKeysAsync(cancellationToken: Cancel).ToArrayAsync(Cancel));
    }

    [Fact]
    public async Task Nobody_hears_what_is_answered_to_another()
    {
        await using var lab = await ShippedLab.Open();
        var ci = lab.Connect("ci");
        foreach (var subject in new[] { "_INBOX.>", "_INBOX.anna.>", "$KV.>" })
        {
            await using var listening = await ci.SubscribeCoreAsync<string>(subject, cancellationToken: Cancel);
            await lab.Broker.Says($"Subscription Violation - User \"ci\", Subject \"{subject}\"");
        }
    }

    private static NatsObjContext Parcels(ShippedLab lab, string user) => new(new NatsJSContext(lab.Connect(user)));

    private static async Task<long> Messages(ShippedLab lab, string bucket)
    {
        var store = await lab.Keys("admin").GetStoreAsync(bucket, Cancel);
        return (await store.GetStatusAsync(Cancel)).Info.State.Messages;
    }
}

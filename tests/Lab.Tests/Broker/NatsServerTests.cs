using System.Text;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace HilBench.Lab.Tests.Broker;

/// <summary>The broker of these tests does what it is told.</summary>
public class NatsServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_stored_is_there_after_the_broker_came_back_on_the_same_port(bool killed)
    {
        await using var broker = await NatsServer.Start();
        await Put(broker, "a", "before");
        await (killed ? broker.Kill() : broker.Stop());
        Assert.Null(await Greeting.Line(broker.Port, Cancel));
        await broker.Again();
        Assert.Equal("before", await Get(broker, "a"));
    }

    [Fact]
    public async Task A_broker_that_was_wiped_has_forgotten_everything()
    {
        await using var broker = await NatsServer.Start();
        await Put(broker, "a", "before");
        await broker.Stop();
        broker.Wipe();
        await broker.Again();
        await Assert.ThrowsAsync<NatsKVKeyNotFoundException>(() => Get(broker, "a"));
    }

    [Fact]
    public async Task A_paused_broker_says_nothing_until_it_goes_on()
    {
        await using var broker = await NatsServer.Start();
        broker.Pause();
        using var little = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Null(await Greeting.Line(broker.Port, little.Token));
        broker.Resume();
        Assert.StartsWith("INFO ", await Greeting.Line(broker.Port, Cancel));
    }

    [Fact]
    public async Task The_text_of_the_test_is_part_of_the_configuration()
    {
        await using var broker = await NatsServer.Start("max_payload: 12345");
        Assert.Contains("\"max_payload\":12345,", await Greeting.Line(broker.Port, Cancel));
    }

    [Fact]
    public async Task A_broker_that_cannot_start_says_why_and_leaves_nothing()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => NatsServer.Start("nonsense: 1"));
        Assert.Contains("nonsense", refused.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_left_of_a_broker_when_its_test_has_ended(bool paused)
    {
        var broker = await NatsServer.Start();
        var process = broker.ProcessId!.Value;
        Assert.True(broker.Memory > 1_000_000);
        if (paused) broker.Pause();
        await broker.DisposeAsync();
        Assert.False(Directory.Exists(broker.Folder));
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    private static async Task Put(NatsServer broker, string key, string value)
    {
        await using var nats = new NatsConnection(new NatsOpts { Url = broker.Url });
        await (await Bucket(nats)).PutAsync(key, Encoding.UTF8.GetBytes(value), cancellationToken: Cancel);
    }

    private static async Task<string> Get(NatsServer broker, string key)
    {
        await using var nats = new NatsConnection(new NatsOpts { Url = broker.Url });
        var entry = await (await Bucket(nats)).GetEntryAsync<byte[]>(key, cancellationToken: Cancel);
        return Encoding.UTF8.GetString(entry.Value!);
    }

    private static async Task<INatsKVStore> Bucket(NatsConnection nats) =>
        await new NatsKVContext(new NATS.Client.JetStream.NatsJSContext(nats)).CreateStoreAsync("tests", Cancel);
}

using NATS.Client.Core;
using NATS.Client.JetStream;

namespace HilBench.Lab.Tests.Deployment;

/// <summary>The shipped broker does not grow without end.</summary>
public class LimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_is_full_refuses_what_comes_and_says_so()
    {
        await using var lab = await ShippedLab.Open(text => text
            .Replace("max_file: 8GB", "max_file: 1MB", StringComparison.Ordinal));
        var verdicts = await lab.Keys("bench-1").GetStoreAsync(ShippedLab.Verdicts, Cancel);
        var told = 0;
        var refused = await Assert.ThrowsAsync<NatsJSApiException>(async () =>
        {
            for (; told < 100; told++)
                await verdicts.PutAsync($"anna.1.v{told}", new byte[50_000], cancellationToken: Cancel);
        });
        Assert.Contains("resource limits exceeded", refused.Message);
        Assert.InRange(told, 10, 21);
        var first = await verdicts.GetEntryAsync<byte[]>("anna.1.v0", cancellationToken: Cancel);
        Assert.Equal(50_000, first.Value?.Length);
    }

    [Fact]
    public async Task A_message_over_a_million_bytes_is_not_sent()
    {
        await using var lab = await ShippedLab.Open();
        var verdicts = await lab.Keys("bench-1").GetStoreAsync(ShippedLab.Verdicts, Cancel);
        var tooLarge = new byte[1_100_000];
        await Assert.ThrowsAnyAsync<NatsException>(
            () => verdicts.PutAsync("anna.1.v1", tooLarge, cancellationToken: Cancel).AsTask());
    }
}

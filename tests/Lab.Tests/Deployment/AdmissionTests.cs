using NATS.Client.Core;

namespace HilBench.Lab.Tests.Deployment;

/// <summary>Who comes in at the shipped broker, and how it proves that it is the broker.</summary>
public class AdmissionTests
{
    [Fact]
    public async Task Nobody_comes_in_without_a_password_or_with_a_wrong_one()
    {
        await using var lab = await ShippedLab.Open();
        await Refused(lab.Connect(options => options));
        await Refused(lab.Connect(options => options with
        {
            AuthOpts = new NatsAuthOpts { Username = "anna", Password = lab.Login("ci").Split(':')[1] },
        }));
        await lab.Connect("anna").ConnectAsync();
    }

    [Fact]
    public async Task A_broker_with_a_certificate_of_another_lab_is_no_broker()
    {
        await using var lab = await ShippedLab.Open();
        await using var other = await ShippedLab.Open();
        await Refused(lab.Connect(options => options with
        {
            TlsOpts = new NatsTlsOpts { CaFile = other.Authority }, AuthOpts = Anna(lab),
        }));
        await Refused(lab.Connect(options => options with
        {
            TlsOpts = new NatsTlsOpts(), AuthOpts = Anna(lab),
        }));
    }

    /// <summary>The certificate of these labs is for localhost.</summary>
    [Fact]
    public async Task A_broker_under_a_name_that_its_certificate_does_not_have_is_no_broker()
    {
        await using var lab = await ShippedLab.Open();
        var url = $"tls://127.0.0.1:{lab.Broker.Port}";
        await Refused(lab.Connect(options => options with { Url = url, AuthOpts = Anna(lab) }));
    }

    [Fact]
    public async Task No_password_is_sent_in_clear()
    {
        await using var lab = await ShippedLab.Open();
        await Refused(lab.Connect(options => options with
        {
            Url = lab.Broker.Url, TlsOpts = new NatsTlsOpts { Mode = TlsMode.Disable }, AuthOpts = Anna(lab),
        }));
    }

    [Fact]
    public async Task A_new_bench_comes_in_after_the_broker_has_read_its_users_again_and_nobody_is_cut_off()
    {
        await using var lab = await ShippedLab.Open();
        var there = lab.Connect("bench-1");
        await there.ConnectAsync();
        var cutOff = false;
        there.ConnectionDisconnected += (_, _) =>
        {
            cutOff = true;
            return default;
        };
        await ShippedLab.Script(lab.Folder, "make-users", "benches", "bench-3");
        lab.Broker.Reload();
        await lab.Broker.Says("Reloaded server configuration");
        await lab.Connect("bench-3").ConnectAsync();
        await there.PingAsync(TestContext.Current.CancellationToken);
        Assert.False(cutOff);
    }

    [Fact]
    public async Task A_user_whose_password_was_deleted_is_cut_off_and_stays_out()
    {
        await using var lab = await ShippedLab.Open();
        var cutOff = new TaskCompletionSource();
        var there = lab.Connect("ci");
        await there.ConnectAsync();
        there.ConnectionDisconnected += (_, _) =>
        {
            cutOff.TrySetResult();
            return default;
        };
        var again = lab.Connect("ci");
        File.Delete(Path.Combine(lab.Folder, "secrets", "givers", "ci"));
        await ShippedLab.Script(lab.Folder, "make-users");
        lab.Broker.Reload();
        await cutOff.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Refused(again);
        await lab.Connect("anna").ConnectAsync();
    }

    private static NatsAuthOpts Anna(ShippedLab lab) =>
        new() { Username = "anna", Password = lab.Login("anna").Split(':')[1] };

    private static async Task Refused(NatsConnection connection) =>
        await Assert.ThrowsAsync<NatsException>(() => connection.ConnectAsync().AsTask());
}

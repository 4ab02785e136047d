using System.Diagnostics;
using HilBench.Lab.Tests.Broker;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.KeyValueStore;

namespace HilBench.Lab.Tests.Deployment;

/// <summary>
/// A broker as it is shipped: the configuration of deploy/lab, with certificates and users made by its own scripts. The
/// benches are bench-1 and bench-2, anna and ci give work, and the buckets are there already.
/// </summary>
public sealed class ShippedLab : IAsyncDisposable
{
    public const string Benches = "hilbench-benches";
    public const string Work = "hilbench-work";
    public const string Verdicts = "hilbench-verdicts";
    public const string Parcels = "hilbench-parcels";

    private static readonly string[] Buckets =
        [Benches, Work, Verdicts, "hilbench-leases", "hilbench-runs"];

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "deploy");

    private readonly List<NatsConnection> _connections = [];

    private ShippedLab(NatsServer broker) => Broker = broker;

    /// <summary>Where the scripts wrote, and secrets/ is.</summary>
    public string Folder => Broker.Folder;

    public NatsServer Broker { get; }

    public string Url => $"tls://localhost:{Broker.Port}";

    public string Authority => Path.Combine(Folder, "ca.pem");

    /// <param name="change">What this lab does otherwise than the shipped configuration.</param>
    public static async Task<ShippedLab> Open(Func<string, string>? change = null)
    {
        var lab = await Empty(change);
        foreach (var bucket in Buckets) await lab.Keys("admin").CreateStoreAsync(bucket);
        return lab;
    }

    /// <summary>One whose broker nobody has used yet.</summary>
    public static async Task<ShippedLab> Empty(Func<string, string>? change = null)
    {
        NatsServer.Program();
        var folder = Directory.CreateTempSubdirectory("hilbench-lab-").FullName;
        var text = await File.ReadAllTextAsync(Path.Combine(Shipped, "nats-server.conf"));
        text = text.Replace("/var/lib/hilbench-nats", Path.Combine(folder, "store"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "nats-server.conf"), change is null ? text : change(text));
        await Script(folder, "make-certificates", "localhost");
        await Script(folder, "make-users", "benches", "bench-1", "bench-2");
        await Script(folder, "make-users", "givers", "anna", "ci");
        return new ShippedLab(await NatsServer.StartIn(folder));
    }

    /// <summary>Runs one of the scripts of deploy/lab in a folder, and returns what it said.</summary>
    public static async Task<string> Script(string folder, string name, params string[] arguments)
    {
        var how = new ProcessStartInfo("/bin/sh", [Path.Combine(Shipped, name), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var script = Process.Start(how)!;
        var error = script.StandardError.ReadToEndAsync();
        var said = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode == 0 ? said : throw new InvalidOperationException($"{name}: {await error}");
    }

    /// <summary>The file that the user is given.</summary>
    public string LoginFile(string user)
    {
        string[] places = ["secrets", "secrets/benches", "secrets/givers"];
        return places.Select(place => Path.Combine(Folder, place, user)).First(File.Exists);
    }

    public string Login(string user) => File.ReadAllText(LoginFile(user)).Trim();

    /// <summary>A connection with this user's own password; another one with the same name each time.</summary>
    public NatsConnection Connect(string user)
    {
        var login = Login(user).Split(':');
        return Connect(options => options with
        {
            AuthOpts = new NatsAuthOpts { Username = login[0], Password = login[1] }, InboxPrefix = $"_INBOX.{user}",
        });
    }

    /// <summary>A connection that trusts the lab's CA and brings no password, unless it is told otherwise.</summary>
    public NatsConnection Connect(Func<NatsOpts, NatsOpts> how)
    {
        var connection = new NatsConnection(how(new NatsOpts
        {
            Url = Url, TlsOpts = new NatsTlsOpts { CaFile = Authority }, RequestTimeout = TimeSpan.FromSeconds(10),
        }));
        _connections.Add(connection);
        return connection;
    }

    public NatsKVContext Keys(string user) => new(new NatsJSContext(Connect(user)));

    /// <summary>Sends what must not be let through, and waits until the broker has said so.</summary>
    public async Task Refuses(string user, string subject)
    {
        await using var connection = Connect(user);
        await connection.PublishAsync(subject, "forged");
        await Broker.Says($"Publish Violation - User \"{user}\", Subject \"{subject}\"");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
        await Broker.DisposeAsync();
    }
}

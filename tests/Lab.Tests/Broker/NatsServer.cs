using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace HilBench.Lab.Tests.Broker;

/// <summary>
/// Debian's <c>nats-server</c> with JetStream, for one test: on a free port, with a store of its own. It can be
/// stopped, killed, paused and started again on the same port and store, and is gone when it is disposed. Without the
/// program a test is skipped; where <c>HILBENCH_NO_SKIPS</c> is set, it fails.
/// </summary>
/// <remarks>The service that Debian's package brings plays no part: no systemd, and not its configuration.</remarks>
public sealed partial class NatsServer : IAsyncDisposable
{
    private const int ReadAgain = 1;
    private const int Terminate = 15;
    private const int Stand = 19;
    private const int GoOn = 18;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Places = ["/usr/sbin/nats-server", "/usr/local/bin/nats-server"];

    private readonly string _program;
    private readonly string[] _arguments;
    private readonly StringBuilder _said = new();
    private Process? _process;
    private Guard? _guard;

    private NatsServer(string folder, string configuration, params string[] arguments)
    {
        _program = Program();
        Folder = folder;
        Port = FreePort.Take();
        _arguments =
        [
            "--config", configuration, "--addr", "127.0.0.1",
            "--port", Port.ToString(CultureInfo.InvariantCulture), .. arguments,
        ];
    }

    /// <summary>A folder for this broker alone, in which it runs; it is deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>Where JetStream keeps what it is given.</summary>
    public string Store => Path.Combine(Folder, "store");

    public int Port { get; }

    public string Url => $"nats://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Null while it does not run.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>What it has written to its log so far, over all its lives.</summary>
    public string Log
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>How many bytes of memory it has in use (its resident set).</summary>
    public long Memory
    {
        get
        {
            Running.Refresh();
            return Running.WorkingSet64;
        }
    }

    private Process Running => _process ?? throw new InvalidOperationException("The broker does not run.");

    /// <summary>One that answers, without passwords; the text may say more than the port and the store.</summary>
    public static async Task<NatsServer> Start(string more = "")
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-nats-").FullName;
        var configuration = Path.Combine(folder, "nats-server.conf");
        await File.WriteAllTextAsync(configuration, more);
        var store = Path.Combine(folder, "store");
        return await Answering(new NatsServer(folder, configuration, "--jetstream", "--store_dir", store));
    }

    /// <summary>
    /// One with a folder that has a configuration already, with <c>store</c> beside it. Its port is replaced; the
    /// folder is this broker's from now on, and deleted at the end.
    /// </summary>
    public static Task<NatsServer> StartIn(string folder) => Answering(new NatsServer(folder, "nats-server.conf"));

    /// <summary>Starts it again after it was stopped or killed, on the same port and store.</summary>
    public async Task Again()
    {
        if (_process is not null) throw new InvalidOperationException("The broker runs already.");
        var process = Process.Start(new ProcessStartInfo(_program, _arguments)
        {
            RedirectStandardError = true, WorkingDirectory = Folder,
        })!;
        _process = process;
        _guard = new Guard(process.Id, Folder);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        if (await Greeting.Wait(Port, () => process.HasExited, Patience)) return;
        // Its last words may still be on their way.
        await Kill();
        throw new InvalidOperationException($"nats-server does not answer on port {Port}. It said:\n{Log}");
    }

    /// <summary>Ends it in order, as systemd does (SIGTERM).</summary>
    public Task Stop() => End(process => Send(process, Terminate));

    /// <summary>Ends it at once (SIGKILL).</summary>
    public Task Kill() => End(process => process.Kill());

    /// <summary>Stands still, with its connections open, until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        Send(Running, Stand);
        // The signal is on its way when it is sent; a thread that runs on another core goes on for a moment.
        if (!SpinWait.SpinUntil(() => Stands(Running.Id), Patience))
            throw new InvalidOperationException("The broker does not stand still.");
    }

    public void Resume() => Send(Running, GoOn);

    /// <summary>Has it read its configuration again (SIGHUP). It does so a moment later.</summary>
    public void Reload() => Send(Running, ReadAgain);

    /// <summary>Waits until it has written this to its log.</summary>
    public async Task Says(string words)
    {
        var until = DateTime.UtcNow + Patience;
        while (!Log.Contains(words, StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < until, $"The broker did not say \"{words}\". It said:\n{Log}");
            await Task.Delay(10);
        }
    }

    /// <summary>Forgets all that it stored. It must not be running.</summary>
    public void Wipe()
    {
        if (_process is not null) throw new InvalidOperationException("The broker still runs.");
        Directory.Delete(Store, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Kill();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Where the program is; skips the test when it is nowhere.</summary>
    public static string Program()
    {
        if (Places.FirstOrDefault(File.Exists) is { } program) return program;
        var why = "nats-server is not installed (Debian: apt install nats-server)";
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("HILBENCH_NO_SKIPS")), why);
        throw new InvalidOperationException(why);
    }

    private static async Task<NatsServer> Answering(NatsServer server)
    {
        try
        {
            await server.Again();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether every thread of it is stopped: proc(5), the field after the name in parentheses.</summary>
    private static bool Stands(int process) => Directory.GetDirectories($"/proc/{process}/task")
        .Select(thread => File.ReadAllText(Path.Combine(thread, "stat")))
        .All(stat => stat[stat.LastIndexOf(')') + 2] == 'T');

    private static void Send(Process process, int signal)
    {
        if (Signal(process.Id, signal) != 0) throw new InvalidOperationException("The broker is not there any more.");
    }

    private async Task End(Action<Process> how)
    {
        var process = Running;
        if (!process.HasExited) how(process);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            _guard?.Dispose();
            process.Dispose();
            _process = null;
        }
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}

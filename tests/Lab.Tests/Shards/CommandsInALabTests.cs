using System.Diagnostics;
using System.Runtime.InteropServices;
using HilBench.Lab.Tests.Broker;

namespace HilBench.Lab.Tests.Shards;

/// <summary>The commands as somebody types them, with workers that are processes and die.</summary>
public sealed partial class CommandsInALabTests : IDisposable
{
    private const int Kill = 9;
    private const int Terminate = 15;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "hilbench.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-shards-").FullName;
    private readonly List<Process> _started = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_campaign_whose_worker_is_killed_says_and_writes_what_one_process_does()
    {
        await using var broker = await NatsServer.Start();
        string[] words = ["campaign", "kenya-power", "--meters", "40000", "--what-ifs", "none", "--out"];
        var here = await Said(Start("here", [.. words, "out"]));
        var doomed = await Join(broker);
        var giver = Start("there", [.. words, "out", "--nats", broker.Url]);
        while (!Directory.Exists(Path.Combine(_folder, "there", "out"))) await Task.Delay(20, Cancel);
        // It has said whose work it does when it has begun a shard.
        Assert.Equal("works for", (await doomed.StandardError.ReadLineAsync(Cancel))![..9]);
        Signal(doomed.Id, Kill);
        var next = await Join(broker);
        Assert.Equal(here, await Said(giver));
        AssertSameFolder("out");
        Signal(next.Id, Terminate);
        Assert.EndsWith(" has left the lab\n", (await Said(next)).Out);
    }

    [Fact]
    public async Task Lives_and_cuts_in_a_lab_say_what_one_process_says()
    {
        await using var broker = await NatsServer.Start();
        await Join(broker);
        string[] words = ["simulate", "--crash", "linear", "--profile", "clou", "--lives", "1200", "--json"];
        var here = await Said(Start("here", words));
        Assert.Equal(here, await Said(Start("there", [.. words, "--nats", broker.Url])));
        Assert.Contains("\"pins\":{\"lives\":1,", here.Out);
    }

    [Fact]
    public async Task A_campaign_that_is_stopped_is_130_and_its_job_goes()
    {
        await using var broker = await NatsServer.Start();
        var giver = Start("there", "campaign", "kenya-power", "--meters", "100", "--out", "out", "--nats", broker.Url);
        Assert.StartsWith("no worker is in the lab; ", await giver.StandardError.ReadLineAsync(Cancel));
        Signal(giver.Id, Terminate);
        var said = await Said(giver);
        Assert.Equal(130, said.Code);
        var told = await giver.StandardError.ReadToEndAsync(Cancel);
        Assert.Equal("stopped; 0 of 1 shards are in out, --resume goes on with them\n", told);
    }

    [Theory]
    [InlineData(3, "rig fault: nats://127.0.0.1:1: no broker answers", "simulate", "--nats", "nats://127.0.0.1:1")]
    [InlineData(3, "rig fault: ", "campaign", "eskom", "--out", "out", "--nats", "nats://127.0.0.1:1")]
    [InlineData(2, "--nats \"somewhere\" is no address", "simulate", "--nats", "somewhere")]
    [InlineData(2, "--login goes with --nats URL", "campaign", "eskom", "--login", "me")]
    [InlineData(2, "--fit lives on this machine alone", "campaign", "eskom", "--fit", "--nats", "nats://127.0.0.1:1")]
    public async Task What_cannot_be_done_is_one_line(int code, string line, params string[] words)
    {
        var process = Start("there", words);
        var said = await Said(process);
        Assert.Equal((code, ""), (said.Code, said.Out));
        Assert.StartsWith(line, await process.StandardError.ReadToEndAsync(Cancel));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "there")));
    }

    private async Task<Process> Join(NatsServer broker)
    {
        var worker = Start("worker", "lab", "join", "--nats", broker.Url, "--shards", "1");
        Assert.Contains(" is at the lab ", await worker.StandardOutput.ReadLineAsync(Cancel));
        return worker;
    }

    private Process Start(string folder, params string[] words)
    {
        var how = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            WorkingDirectory = Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(how)!;
        _started.Add(process);
        return process;
    }

    private static async Task<(int Code, string Out)> Said(Process process)
    {
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, said);
    }

    private void AssertSameFolder(string name)
    {
        var (here, there) = (Path.Combine(_folder, "here", name), Path.Combine(_folder, "there", name));
        var files = Directory.GetFiles(here).Select(Path.GetFileName).Order().ToArray();
        Assert.Contains("report.html", files);
        Assert.Equal(files, Directory.GetFiles(there).Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(here, file!)), File.ReadAllBytes(Path.Combine(there, file!))));
    }

    private static void Signal(int process, int signal) => Assert.Equal(0, Send(process, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}

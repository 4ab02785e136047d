using System.Diagnostics;
using System.Runtime.InteropServices;
using HilBench.Lab.Tests.Broker;

namespace HilBench.Lab.Tests.Commands;

/// <summary>The program as somebody types it, in a folder of its own; nothing started outlives the test.</summary>
public abstract partial class CommandScene : IDisposable
{
    protected const int Interrupt = 2;
    protected const int Kill = 9;
    protected const int Terminate = 15;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "hilbench.dll");

    private readonly List<Process> _started = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("hilbench-commands-").FullName;

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts it in a folder below; its history and ledgers are there, too.</summary>
    protected Process Start(string folder, params string[] words)
    {
        var how = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            WorkingDirectory = Directory.CreateDirectory(Path.Combine(Folder, folder)).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A CI server keeps no history unless it is asked to.
        how.Environment.Remove("CI");
        how.Environment["XDG_STATE_HOME"] = Path.Combine(Folder, "state");
        var process = Process.Start(how)!;
        _started.Add(process);
        return process;
    }

    /// <summary>A bench that is at the lab.</summary>
    protected async Task<Process> Join(NatsServer broker, params string[] words)
    {
        var bench = Start("benches", ["lab", "join", "--nats", broker.Url, .. words]);
        Assert.Contains(" is at the lab ", await bench.StandardOutput.ReadLineAsync(Cancel));
        return bench;
    }

    /// <summary>Runs it to its end.</summary>
    protected async Task<Said> Say(string folder, params string[] words) => await Finish(Start(folder, words));

    protected static async Task<Said> Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync(Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return new Said(process.ExitCode, output, await error);
    }

    protected static void Signal(Process process, int signal) => Assert.Equal(0, Send(process.Id, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);

    /// <summary>What a program that has ended has said.</summary>
    protected sealed record Said(int Code, string Out, string Error);
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace HilBench.Cli.Tests.Fixture;

/// <summary>What a finished hilbench left behind.</summary>
internal sealed record Said(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> OutLines => Lines(Out);

    public IReadOnlyList<string> ErrorLines => Lines(Error);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}

/// <summary>
/// The built program as a child process, <c>dotnet hilbench.dll …</c>, as it lies beside these tests. Every wait ends:
/// a process that does not is killed and the test is red.
/// </summary>
internal sealed partial class HilbenchProcess : IDisposable
{
    public const int Sigint = 2;
    public const int Sigkill = 9;
    public const int Sigterm = 15;

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _error;

    private HilbenchProcess(ProcessStartInfo how)
    {
        _process = Process.Start(how) ?? throw new InvalidOperationException($"{how.FileName} did not start.");
        _error = _process.StandardError.ReadToEndAsync();
    }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "hilbench.dll");

    public StreamWriter In => _process.StandardInput;

    public StreamReader Out => _process.StandardOutput;

    /// <summary>Runs to the end with nothing on standard input.</summary>
    public static Said Run(string folder, params string[] arguments) => Feed(folder, "", arguments);

    /// <summary>Runs to the end with this text on standard input, byte for byte as UTF-8.</summary>
    public static Said Feed(string folder, string input, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return process.Finish(input);
    }

    public static HilbenchProcess Start(string folder, params string[] arguments) =>
        new(How(folder, "dotnet", [Program, .. arguments]));

    /// <summary>A line for the shell, for pipes, redirections and commands as people paste them.</summary>
    public static Said Shell(string folder, string line)
    {
        using var process = StartShell(folder, line);
        return process.Finish();
    }

    public static HilbenchProcess StartShell(string folder, string line) =>
        new(How(folder, "/bin/sh", ["-c", line]));

    /// <summary>The program as a word of a shell line.</summary>
    public static string InShell => $"dotnet '{Program}'";

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>True while it has a thread of this name; Linux shows the names of all threads.</summary>
    public bool HasThread(string name)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{_process.Id}/task")
                .Any(thread => File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd('\n') == name);
        }
        catch (IOException)
        {
            // A thread ended while its name was being read.
            return false;
        }
    }

    /// <summary>The next line of standard output.</summary>
    public string ReadLine() =>
        Ask(Out.ReadLineAsync()) ?? throw new InvalidOperationException("its output has ended");

    /// <summary>
    /// Reads standard output until it has held this text; all that was read. A picture that is drawn again and again
    /// never ends, so the whole wait is bounded, not only each read.
    /// </summary>
    public string ReadUntil(string text)
    {
        var read = "";
        var buffer = new char[4096];
        var giveUp = DateTime.UtcNow + Patience;
        while (!read.Contains(text, StringComparison.Ordinal))
        {
            var count = DateTime.UtcNow < giveUp ? Ask(Out.ReadAsync(buffer, 0, buffer.Length)) : 0;
            Assert.True(count > 0, $"no \"{text}\" in its output, which ends so:\n{End(read)}");
            read += new string(buffer, 0, count);
        }

        return read;
    }

    /// <summary>Writes a line and reads one, as programs that hold a conversation do.</summary>
    public string Converse(string line)
    {
        In.Write(line + "\n");
        In.Flush();
        return ReadLine();
    }

    /// <summary>Writes the input, closes it, and waits for the end.</summary>
    public Said Finish(string input = "")
    {
        try
        {
            In.Write(input);
            In.Close();
        }
        catch (IOException)
        {
            // It ended before it read all: what it said is the test's business.
        }

        return AwaitEnd();
    }

    /// <summary>Waits for the end while standard input stays open.</summary>
    public Said AwaitEnd()
    {
        var output = Out.ReadToEndAsync();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"hilbench did not end within {Patience.TotalSeconds} s.");
        }

        Assert.True(Task.WaitAll([output, _error], Patience), "its pipes stayed open");
        return new Said(_process.ExitCode, output.Result, _error.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string End(string text) => text[^Math.Min(text.Length, 2000)..];

    private static T Ask<T>(Task<T> answer)
    {
        Assert.True(answer.Wait(Patience), $"hilbench said nothing for {Patience.TotalSeconds} s.");
        return answer.Result;
    }

    private static ProcessStartInfo How(string folder, string program, IEnumerable<string> arguments)
    {
        var plain = new UTF8Encoding(false);
        return new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = plain,
            StandardOutputEncoding = plain,
            StandardErrorEncoding = plain,
        };
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

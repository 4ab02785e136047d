using System.Diagnostics;
using System.Text;
using HilBench.Lab.Tests.Broker;

namespace HilBench.Lab.Tests.Soak;

/// <summary>The program as a process that can be killed. It does not outlive the test.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly Guard _guard;
    private readonly StringBuilder _said = new();

    public Child(string folder, params string[] arguments)
    {
        var how = new ProcessStartInfo("dotnet", [SoakSettings.Program, .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Many processes on few cores: each compiles no more than it must.
        how.Environment["DOTNET_TieredPGO"] = "0";
        how.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(how)!;
        _guard = new Guard(_process.Id, Path.Combine(folder, "nothing"));
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    public Task Ended => _process.WaitForExitAsync();

    public int Id => _process.Id;

    /// <summary>Both of its outputs.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>SIGKILL; false when it had ended by itself.</summary>
    public async Task<bool> Kill()
    {
        if (_process.HasExited) return false;
        _process.Kill();
        await _process.WaitForExitAsync();
        return true;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _guard.Dispose();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
    }
}

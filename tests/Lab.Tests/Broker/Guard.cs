using System.Diagnostics;
using System.Globalization;

namespace HilBench.Lab.Tests.Broker;

/// <summary>
/// Kills a process and deletes its folder when the tests die before they could: a shell that reads from a pipe, which
/// the kernel closes with them. Disposing it tells the shell that there is nothing left to do.
/// </summary>
internal sealed class Guard : IDisposable
{
    private readonly Process _shell;

    public Guard(int process, string folder)
    {
        string[] arguments =
        [
            "-c", "read word || { kill -KILL \"$0\"; rm -rf \"$1\"; }",
            process.ToString(CultureInfo.InvariantCulture), folder,
        ];
        _shell = Process.Start(new ProcessStartInfo("/bin/sh", arguments) { RedirectStandardInput = true })!;
    }

    public void Dispose()
    {
        _shell.StandardInput.WriteLine("done");
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }
}

using System.Runtime.InteropServices;
using HilBench.Rig.Physical;

namespace HilBench.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal ask for an orderly end: hooks run, results are written, exit code 130. Asking
/// a second time ends the process at once, but for its last will: contacts open, pins let go.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interrupt() =>
        _signals = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        if (_stop.IsCancellationRequested)
        {
            LastWill.Execute();
            return;
        }

        context.Cancel = true;
        _stop.Cancel();
    });
}

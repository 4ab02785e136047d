using System.Runtime.InteropServices;
using HilBench.Physical;

namespace HilBench.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal ask for an orderly end: hooks run, results are written, exit code 130. Asking
/// a second time ends the process at once, but for its last will: contacts open, pins let go.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _asked;

    public Interrupt()
    {
        _signals = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];
        LastingOutput.Install(Stop);
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    /// <summary>Also called after the command has ended, when only then a write finds the terminal closed.</summary>
    private void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended already.
        }
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        // A terminal that closes sends this signal and lets writes fail, so it may ask more than once.
        if (_asked && signal != PosixSignal.SIGHUP)
        {
            LastWill.Execute();
            return;
        }

        context.Cancel = true;
        _asked = true;
        Stop();
    });
}

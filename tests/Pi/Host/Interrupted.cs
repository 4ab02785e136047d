using System.Runtime.InteropServices;
using HilBench.Scenarios.Running;

namespace HilBench.Pi;

/// <summary>Ctrl-C, a hang-up and a polite kill end the machine before they end the run.</summary>
internal sealed class Interrupted : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _once = new();

    public Interrupted(IDisposable machine) =>
        _signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(
                signal => PosixSignalRegistration.Create(signal, _ => End(machine))),
        ];

    /// <summary>No further scenario is to begin.</summary>
    public CancellationToken Stop => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    private void End(IDisposable machine)
    {
        lock (_once)
        {
            _stop.Cancel();
            machine.Dispose();
            Console.Error.WriteLine("tests/Pi: aborted; the machine is off");
            Environment.Exit(ExitCodes.Aborted);
        }
    }
}

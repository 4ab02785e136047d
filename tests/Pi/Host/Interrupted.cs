using System.Runtime.InteropServices;
using HilBench.Scenarios.Running;

namespace HilBench.Pi;

/// <summary>Ctrl-C, SIGHUP and SIGTERM end the machines before they end the run.</summary>
internal sealed class Interrupted : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _once = new();

    public Interrupted(IReadOnlyList<IDisposable> machines) =>
        _signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(
                signal => PosixSignalRegistration.Create(signal, _ => End(machines))),
        ];

    /// <summary>True when no further scenario may begin.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Never returns after a signal: the signal handler ends the program.</summary>
    public void LeaveIfStopped()
    {
        if (_stop.IsCancellationRequested) Thread.Sleep(Timeout.Infinite);
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    private void End(IReadOnlyList<IDisposable> machines)
    {
        lock (_once)
        {
            Screen.Shut();
            _stop.Cancel();
            foreach (var machine in machines) machine.Dispose();
            Console.Error.WriteLine(
                $"tests/Pi: aborted; {(machines.Count == 1 ? "the machine is" : "the machines are")} off");
            Environment.Exit(ExitCodes.Aborted);
        }
    }
}

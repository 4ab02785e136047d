using System.Diagnostics;
using HilBench.Rig.Roles;

namespace HilBench.Rig.Physical.Ports;

/// <summary>Wall-clock time since it was made; its waits end with the token.</summary>
public sealed class PortClock(CancellationToken stop = default) : IBenchClock
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public TimeSpan Now => Stopwatch.GetElapsedTime(_started);

    /// <exception cref="OperationCanceledException">Somebody asked for the end.</exception>
    public void Wait(TimeSpan duration)
    {
        if (duration > TimeSpan.Zero) stop.WaitHandle.WaitOne(duration);
        stop.ThrowIfCancellationRequested();
    }
}

using System.Diagnostics;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// Time as it passes. A wait of milliseconds sleeps; one of microseconds spins, because a sleep of 37 µs takes a
/// thousand and more. Nobody idle waits by microseconds, so nothing spins while nothing happens.
/// </summary>
public sealed class WallClock : IBenchClock
{
    /// <summary>Up to here spinning is cheaper than being woken late.</summary>
    private static readonly TimeSpan LongestSpin = TimeSpan.FromMicroseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();

    public TimeSpan Now => Stopwatch.GetElapsedTime(_start);

    public void Wait(TimeSpan duration)
    {
        if (duration <= TimeSpan.Zero) return;
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) is var passed && passed < duration)
        {
            var rest = duration - passed;
            if (rest > LongestSpin) Thread.Sleep(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)));
            else Thread.SpinWait(1);
        }
    }
}

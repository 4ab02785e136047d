using HilBench.Board;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>A clock that keeps a scanner scanning while somebody waits: one thread does both.</summary>
internal sealed class PumpedClock(IBenchClock clock, KeypadScanner scanner, CancellationToken stop) : IBenchClock
{
    public TimeSpan Now => clock.Now;

    public void Wait(TimeSpan duration)
    {
        var end = clock.Now + duration;
        do
        {
            stop.ThrowIfCancellationRequested();
            if (scanner.Due <= clock.Now) scanner.Step(clock.Now);
            var next = scanner.Due < end ? scanner.Due : end;
            clock.Wait(next - clock.Now);
        }
        while (clock.Now < end);
    }
}

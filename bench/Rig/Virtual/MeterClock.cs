using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>Time as the firmware of a virtual meter counts it: its own oscillator, and waits of the hardware.</summary>
internal sealed class MeterClock(VirtualTime time, Oscillator oscillator) : IBenchClock
{
    public TimeSpan Now => oscillator.Now;

    public long Work => time.Work;

    public void Wait(TimeSpan duration) => time.Wait(duration > TimeSpan.Zero ? duration : TimeSpan.Zero);
}

using HilBench.Chips;
using HilBench.Roles;

namespace HilBench.Rig.Virtual;

/// <summary>Virtual time as the role that boards and scenarios know.</summary>
internal sealed class VirtualClock(VirtualTime time) : IBenchClock
{
    public TimeSpan Now => time.Now;

    public long Work => time.Work;

    public bool LookUpWith(Action look)
    {
        time.Look = look;
        return true;
    }

    public void Wait(TimeSpan duration) => time.Wait(duration > TimeSpan.Zero ? duration : TimeSpan.Zero);
}

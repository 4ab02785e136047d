using HilBench.Roles;

namespace HilBench.Recording;

internal sealed class RecordedClock(IBenchClock clock, CallLog log) : IBenchClock
{
    public TimeSpan Now => clock.Now;

    public long Work => clock.Work;

    public void Wait(TimeSpan duration) =>
        log.Do(new RigCall { Do = RigVerb.Wait, For = duration }, () => clock.Wait(duration));

    public bool LookUpWith(Action look) => clock.LookUpWith(look);
}

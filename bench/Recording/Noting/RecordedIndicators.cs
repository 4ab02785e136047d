using HilBench.Meter;
using HilBench.Roles;

namespace HilBench.Recording;

internal sealed class RecordedIndicators(IIndicators front, CallLog log) : IIndicators
{
    public IReadOnlyList<Beep> Beeps => front.Beeps;

    public IReadOnlyList<Led> Lamps => front.Lamps;

    public bool IsLit(Led led) => log.Do(
        new RigCall { Do = RigVerb.IsLit, What = led.ToString() }, () => front.IsLit(led),
        isLit => isLit ? "lit" : "dark");

    public LedLight Watch(Led led) => log.Do(
        new RigCall { Do = RigVerb.WatchLamp, What = led.ToString() }, () => front.Watch(led), Words.Of);
}

using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Recording;

internal sealed class RecordedLoad(ILoad load, CallLog log) : ILoad
{
    public Watts Wanted => load.Wanted;

    public LoadSwitchPosition Switch => log.Ask(RigVerb.ReadLoadSwitch, () => load.Switch, Words.Of);

    public bool StopsAt(TimeSpan moment) => log.Do(
        new RigCall { Do = RigVerb.StopLoad, For = moment }, () => load.StopsAt(moment),
        isPlanned => isPlanned ? Words.Planned : Words.NotPlanned);

    public void Draw(Watts power, Watts unbalance = default) => log.Do(
        new RigCall { Do = RigVerb.Draw, Watts = power.Value, Unbalance = unbalance.Value },
        () => load.Draw(power, unbalance));
}

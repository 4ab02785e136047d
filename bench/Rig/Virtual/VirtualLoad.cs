using HilBench.Chips;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>The house behind a virtual meter; its wishes reach the meter as readings of the metrology chip.</summary>
internal sealed class VirtualLoad(
    VirtualTime time, Func<LoadSwitchPosition> readSwitch, Action<MeterInput> happen, Action<MeterInput> tell) : ILoad
{
    private Watts _unbalance;

    public Watts Wanted { get; private set; }

    public LoadSwitchPosition Switch => readSwitch();

    public void Draw(Watts power, Watts unbalance = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(power.Value);
        Wanted = power;
        _unbalance = unbalance;
        happen(new MeterInput.LoadDraws(power, unbalance));
    }

    public bool StopsAt(TimeSpan moment)
    {
        time.At(moment, () =>
        {
            (Wanted, _unbalance) = (default, default);
            tell(new MeterInput.LoadDraws(default));
        });
        return true;
    }

    /// <summary>A meter that has just started knows nothing of the load until its metrology chip tells it.</summary>
    public void TellAgain()
    {
        if (Wanted.Value > 0) tell(new MeterInput.LoadDraws(Wanted, _unbalance));
    }
}

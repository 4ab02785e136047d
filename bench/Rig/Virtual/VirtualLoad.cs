using HilBench.Chips;
using HilBench.Meter;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Virtual;

/// <summary>The house behind a virtual meter; its wishes reach the meter as readings of the metrology chip.</summary>
internal sealed class VirtualLoad : ILoad
{
    private readonly VirtualTime _time;
    private readonly LoadContact _contact;
    private readonly Func<LoadSwitchPosition> _readSwitch;
    private readonly Action<MeterInput> _happen;
    private readonly Action<MeterInput> _tell;
    private Watts _unbalance;
    private bool _wasBroken;

    public VirtualLoad(
        VirtualTime time, LoadContact contact, Func<LoadSwitchPosition> readSwitch, Action<MeterInput> happen,
        Action<MeterInput> tell)
    {
        (_time, _contact, _readSwitch, _happen, _tell) = (time, contact, readSwitch, happen, tell);
        contact.Changed += OnContactChanged;
    }

    public Watts Wanted { get; private set; }

    public LoadSwitchPosition Switch => _readSwitch();

    public void Draw(Watts power, Watts unbalance = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(power.Value);
        Wanted = power;
        _unbalance = unbalance;
        _happen(Reading);
    }

    public bool StopsAt(TimeSpan moment)
    {
        _time.At(moment, () =>
        {
            (Wanted, _unbalance) = (default, default);
            _tell(Reading);
        });
        return true;
    }

    /// <summary>A meter that has just started knows nothing of the load until its metrology chip tells it.</summary>
    public void TellAgain()
    {
        if (Wanted.Value > 0) _tell(Reading);
    }

    /// <summary>
    /// What the metrology chip measures. A sound contact is where the meter believes it, and a meter counts nothing
    /// while its switch is open; through a dead one nothing flows, whatever the meter believes.
    /// </summary>
    private MeterInput.LoadDraws Reading => _contact is { Condition: ContactCondition.Dead, IsClosed: false }
        ? new MeterInput.LoadDraws(default)
        : new MeterInput.LoadDraws(Wanted, _unbalance);

    private void OnContactChanged()
    {
        var isBroken = _contact.Condition != ContactCondition.Sound;
        if (isBroken || _wasBroken) _tell(Reading);
        _wasBroken = isBroken;
    }
}

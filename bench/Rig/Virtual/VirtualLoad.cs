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

    /// <summary>From the first time on, the metrology chip says what flows through an open switch.</summary>
    private bool _hasLeaked;

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
        TellLeak();
    }

    public bool StopsAt(TimeSpan moment)
    {
        _time.At(moment, () =>
        {
            (Wanted, _unbalance) = (default, default);
            _tell(Reading);
            TellLeak();
        });
        return true;
    }

    /// <summary>A meter that has just started knows nothing of the load until its metrology chip tells it.</summary>
    public void TellAgain()
    {
        if (Wanted.Value > 0) _tell(Reading);
        TellLeak();
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
        TellLeak();
    }

    /// <summary>A welded contact lets through what the house draws, whatever the meter ordered.</summary>
    private void TellLeak()
    {
        var leaks = _contact is { IsClosed: true, IsOrdered: false };
        if (!leaks && !_hasLeaked) return;
        _hasLeaked = true;
        _tell(new MeterInput.SwitchLeaks(leaks ? Wanted : default));
    }
}

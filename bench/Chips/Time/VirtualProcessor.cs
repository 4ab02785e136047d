namespace HilBench.Chips;

/// <summary>
/// The meter's CPU: it sleeps until its timer or an interrupt wakes it, and then executes one step of firmware. A step
/// may wait; while it does, hardware goes on and other steps do not. When the supply fails during such a wait, the wait
/// throws <see cref="PowerLostException"/>, which ends the step here. On power-up the processor wakes by itself.
/// </summary>
/// <remarks>Not modelled: how long instructions take. A step that does not wait takes no time.</remarks>
public sealed class VirtualProcessor
{
    private const long Never = long.MaxValue;

    private readonly VirtualTime _time;
    private readonly PowerDomain _power;
    private readonly Action _step;
    private long _timer = Never;
    private bool _interrupt;
    private bool _lostPower;

    /// <summary>A processor on this board; its first step is due now, when the board is powered.</summary>
    public VirtualProcessor(CircuitBoard board, Action step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _time = board.Time;
        _power = board.Power;
        _step = step;
        _interrupt = _power.IsOn;
        _power.Failed += OnPowerFailed;
        _power.Restored += OnPowerRestored;
        _time.Attach(this);
    }

    /// <summary>True while firmware executes.</summary>
    public bool IsStepping { get; private set; }

    /// <summary>When the next step is due; null while it sleeps until an interrupt.</summary>
    public TimeSpan? Wake => WakeTicks == Never ? null : new TimeSpan(WakeTicks);

    /// <summary>How many steps were executed; a measure for reports.</summary>
    public long Steps { get; private set; }

    /// <summary>The supply it hangs on.</summary>
    internal PowerDomain Power => _power;

    internal long WakeTicks => _interrupt ? _time.NowTicks : _timer;

    /// <summary>Sets the timer; null = sleep until an interrupt. A step starts with its timer cleared.</summary>
    public void WakeAt(TimeSpan? due)
    {
        if (_power.IsOn && !_lostPower) _timer = due?.Ticks ?? Never;
    }

    /// <summary>
    /// An interrupt: a step is due at once, or right after the present one. It does not touch the timer.
    /// </summary>
    public void WakeNow() => _interrupt |= _power.IsOn;

    internal void RunStep()
    {
        _interrupt = false;
        _timer = Never;
        IsStepping = true;
        Steps++;
        try
        {
            _step();
        }
        catch (PowerLostException) when (_lostPower)
        {
            // The firmware stopped where it was; what the chips hold is all that is left of it.
        }
        finally
        {
            IsStepping = false;
            _lostPower = false;
        }
    }

    internal void ThrowIfPowerLost()
    {
        if (_lostPower) throw new PowerLostException(_time.Now);
    }

    private void OnPowerFailed()
    {
        _lostPower = IsStepping;
        _timer = Never;
        _interrupt = false;
    }

    private void OnPowerRestored() => _interrupt = true;
}

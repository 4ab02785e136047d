namespace HilBench.Chips;

/// <summary>
/// The time of one virtual bench: it stands still while code runs and jumps when somebody waits.
/// <para>
/// A wait of the scenario jumps from one due thing to the next (hardware events, and steps of the processor) until its
/// target is reached. A wait of the firmware, inside a processor step, lets hardware events happen but never another
/// step: one processor does one thing at a time. Where a bench has two, they take turns: while one works, the other
/// waits, as long as that step takes. At one moment hardware comes before the processor, and what is due
/// exactly at the target happens before the wait returns. A scenario's wait may end late when the processor was busy.
/// </para>
/// <para>Resolution 100 ns (one tick of <see cref="TimeSpan"/>). Not thread-safe: one thread per bench.</para>
/// </summary>
public sealed class VirtualTime
{
    /// <summary>So many processor steps without time moving on mean that the firmware never sleeps.</summary>
    public const int StepsPerMoment = 100_000;

    private const long Never = long.MaxValue;

    /// <summary>How much work there is between two calls of <see cref="Look"/>.</summary>
    private const int WorkPerLook = 1024;

    private readonly PriorityQueue<HardwareEvent, EventOrder> _events = new();
    private long _now;
    private long _nextDue = Never;
    private long _sequence;
    private long _nextLook;
    private bool _insideEvent;
    private VirtualProcessor[] _processors = [];
    private VirtualProcessor? _stepping;

    /// <summary>Time since the bench started.</summary>
    public TimeSpan Now => new(_now);

    /// <summary>
    /// What this bench has cost so far: one for each hardware event, each processor step and each wait inside a step,
    /// and what others <see cref="Charge"/>. The same in every run with the same seed, which seconds are not.
    /// </summary>
    public long Work { get; private set; }

    /// <summary>
    /// Called now and then while a scenario waits, between two events: a wait may take no time in here and minutes
    /// outside. What it throws ends the wait where it stands.
    /// </summary>
    public Action? Look { get; set; }

    /// <summary>
    /// What time keeps pace with between two things that happen; null = it jumps. Waits inside a step jump all the
    /// same: the next wait outside makes up for them.
    /// </summary>
    public IPace? Pace { get; set; }

    internal long NowTicks => _now;

    /// <summary>Lets the hardware do something at <paramref name="due"/>; a moment already past means now.</summary>
    /// <remarks>It happens inside the next wait, never inside this call.</remarks>
    public HardwareEvent At(TimeSpan due, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var scheduled = new HardwareEvent(Math.Max(due.Ticks, _now), action);
        _events.Enqueue(scheduled, new EventOrder(scheduled.DueTicks, _sequence++));
        _nextDue = Math.Min(_nextDue, scheduled.DueTicks);
        return scheduled;
    }

    /// <summary>Lets the hardware do something after <paramref name="delay"/>.</summary>
    public HardwareEvent After(TimeSpan delay, Action action) => At(new TimeSpan(_now + delay.Ticks), action);

    /// <summary>Lets <paramref name="duration"/> pass. Zero lets everything happen that is due now.</summary>
    /// <exception cref="PowerLostException">Inside a processor step whose power has failed.</exception>
    /// <exception cref="InvalidOperationException">Inside a hardware event: hardware does not wait.</exception>
    public void Wait(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(duration.Ticks, nameof(duration));
        if (_insideEvent)
        {
            throw new InvalidOperationException(
                "A hardware event or an edge handler may not wait; schedule a later event or wake the processor.");
        }

        long target = _now + duration.Ticks;
        if (_stepping is { } processor)
        {
            WaitInsideStep(processor, target);
        }
        else
        {
            WaitOutside(target);
        }
    }

    /// <summary>Waits until <paramref name="moment"/>; a moment already past returns at once.</summary>
    public void WaitUntil(TimeSpan moment)
    {
        if (moment.Ticks > _now) Wait(new TimeSpan(moment.Ticks - _now));
    }

    /// <summary>Counts work that is not done in events, such as that of a program that stands for firmware.</summary>
    public void Charge(int work) => Work += work;

    internal void Attach(VirtualProcessor processor)
    {
        if (_processors.Any(other => other.Power == processor.Power))
            throw new InvalidOperationException("This board already has its processor.");
        _processors = [.. _processors, processor];
    }

    private void WaitInsideStep(VirtualProcessor processor, long target)
    {
        Work++;
        processor.ThrowIfPowerLost();
        while (_nextDue <= target)
        {
            RunNextEvent();
            processor.ThrowIfPowerLost();
        }

        _now = target;
    }

    private void WaitOutside(long target)
    {
        int stepsNow = 0;
        while (true)
        {
            if (Work >= _nextLook) LookUp();
            var next = NextToWake();
            long wake = next?.WakeTicks ?? Never;
            if (Pace is not null && KeepPace(Math.Min(target, Math.Min(_nextDue, wake)))) continue;
            if (_nextDue <= target && _nextDue <= Math.Max(wake, _now))
            {
                RunNextEvent();
            }
            else if (wake <= target && _now <= target)
            {
                long before = _now;
                Work++;
                _now = Math.Max(_now, wake);
                Step(next!);
                stepsNow = _now == before ? stepsNow + 1 : 0;
                if (stepsNow > StepsPerMoment) throw new InvalidOperationException(NeverSleeps());
            }
            else
            {
                _now = Math.Max(_now, target);
                return;
            }
        }
    }

    /// <summary>True when time has moved: all that is due must be looked at again.</summary>
    private bool KeepPace(long moment)
    {
        if (moment <= _now) return false;
        _now = Math.Clamp(Pace!.Await(new TimeSpan(moment)).Ticks, _now, moment);
        Pace.HandOver();
        return true;
    }

    /// <summary>The processor that is due first; of two at one moment, the one that was there first.</summary>
    private VirtualProcessor? NextToWake()
    {
        VirtualProcessor? next = null;
        foreach (var processor in _processors)
        {
            if (next is null || processor.WakeTicks < next.WakeTicks) next = processor;
        }

        return next;
    }

    private void Step(VirtualProcessor processor)
    {
        _stepping = processor;
        try
        {
            processor.RunStep();
        }
        finally
        {
            _stepping = null;
        }
    }

    private void RunNextEvent()
    {
        HardwareEvent next = _events.Dequeue();
        _nextDue = _events.TryPeek(out _, out EventOrder order) ? order.DueTicks : Never;
        if (next.Take() is not { } action) return;

        Work++;
        _now = Math.Max(_now, next.DueTicks);
        _insideEvent = true;
        try
        {
            action();
        }
        finally
        {
            _insideEvent = false;
        }
    }

    private void LookUp()
    {
        _nextLook = Work + WorkPerLook;
        Look?.Invoke();
    }

    private string NeverSleeps() =>
        $"The processor took more than {StepsPerMoment} steps at {Now} without waiting; it never sleeps.";
}

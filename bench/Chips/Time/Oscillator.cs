namespace HilBench.Chips;

/// <summary>
/// <b>The meter's own time base</b>: what the processor counts. It goes with the bench's time until it stands still or
/// jumps ahead; it never goes back.
/// <para>Hardware does not care: contacts, chips and the supply are in the bench's time.</para>
/// <para><b>Not modelled:</b> drift, and a count that starts again at zero with each power-up.</para>
/// </summary>
public sealed class Oscillator(VirtualTime time)
{
    private TimeSpan _ahead;
    private TimeSpan? _stoppedAt;
    private Defect? _defect;

    /// <summary>The meter's time. A defect strikes when somebody first reads a time that is not the bench's.</summary>
    public TimeSpan Now
    {
        get
        {
            if (_defect is { StruckAt: null } && Count != time.Now) _defect.Strike();
            return Count;
        }
    }

    /// <summary>It counts on from where it stood.</summary>
    public event Action? Started;

    private TimeSpan Count => _stoppedAt ?? time.Now + _ahead;

    /// <summary>
    /// When, on the bench's clock, the meter's time has come to <paramref name="moment"/>; null = never.
    /// </summary>
    public TimeSpan? BenchTimeOf(TimeSpan moment)
    {
        if (_stoppedAt is { } stopped) return moment <= stopped ? time.Now : null;
        return moment - _ahead;
    }

    /// <summary>What was a moment of the meter's time, on the bench's clock.</summary>
    public TimeSpan WasAt(TimeSpan moment) => _stoppedAt is null ? moment - _ahead : time.Now;

    public void JumpAhead(TimeSpan by, Defect defect)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by.Ticks, nameof(by));
        _defect = defect;
        if (_stoppedAt is { } stopped) _stoppedAt = stopped + by;
        else _ahead += by;
        Started?.Invoke();
    }

    /// <summary>It stands still for this long and then counts on; it stands still already = for longer.</summary>
    public void StandStill(TimeSpan duration, Defect defect)
    {
        _defect = defect;
        _stoppedAt ??= Count;
        time.After(duration, CountOn);
    }

    private void CountOn()
    {
        if (_stoppedAt is not { } stopped) return;
        _ahead = stopped - time.Now;
        _stoppedAt = null;
        Started?.Invoke();
    }
}

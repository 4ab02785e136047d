namespace HilBench.Chips;

/// <summary>
/// Something broken in a circuit, and the proof that it had an effect: whoever meets it says so, and it notes when. A
/// chip has a place for each defect it knows; null there is a sound chip.
/// </summary>
/// <param name="now">The time that goes into the proof.</param>
/// <param name="times">How often it has an effect; afterwards it is as if it had never been there.</param>
public sealed class Defect(Func<TimeSpan> now, long times = long.MaxValue)
{
    /// <summary>A defect of a circuit in this time.</summary>
    public Defect(VirtualTime time, long times = long.MaxValue)
        : this(() => time.Now, times)
    {
    }

    /// <summary>When it first had an effect; null = it has had none.</summary>
    public TimeSpan? StruckAt { get; private set; }

    /// <summary>How often it had an effect.</summary>
    public long Strikes { get; private set; }

    /// <summary>It would have an effect now. A look, and no effect.</summary>
    public bool IsDue => Strikes < times;

    /// <summary>Has its effect now; false when it has had all of them.</summary>
    public bool Strike()
    {
        if (!IsDue) return false;
        StruckAt ??= now();
        Strikes++;
        return true;
    }
}

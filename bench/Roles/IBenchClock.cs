namespace HilBench.Roles;

/// <summary>
/// The only clock of the bench. The virtual one jumps to the next due event; the physical one sleeps, or spins when the
/// wait is microseconds. Nothing above it knows wall-clock time, which is what lets a seed replay byte for byte.
/// </summary>
public interface IBenchClock
{
    /// <summary>Time since the bench started; it never goes back.</summary>
    TimeSpan Now { get; }

    /// <summary>Returns once at least <paramref name="duration"/> has passed; zero and less return at once.</summary>
    void Wait(TimeSpan duration);

    /// <summary>
    /// What the bench has cost the computer so far, in events of virtual hardware; 0 where the hardware is real. Two
    /// waits of the same length may cost next to nothing and minutes of a processor.
    /// </summary>
    long Work => 0;

    /// <summary>
    /// Lets somebody look up now and then during a wait, who may end it by an exception. False where that is not
    /// possible, because time is real: there nobody may wait long at a stretch.
    /// </summary>
    bool LookUpWith(Action look) => false;
}

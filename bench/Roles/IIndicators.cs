using HilBench.Meter;

namespace HilBench.Roles;

/// <summary>The customer's ears at the buzzer, and eyes on the lamps of the meter's front.</summary>
public interface IIndicators
{
    /// <summary>Every time the buzzer sounded, oldest first; the last may not have ended.</summary>
    IReadOnlyList<Beep> Beeps { get; }

    /// <summary>How many of <see cref="Beeps"/> there are.</summary>
    int BeepCount => Beeps.Count;

    /// <summary>The lamps there are.</summary>
    IReadOnlyList<Led> Lamps { get; }

    /// <summary>Lit at this very moment; a blinking lamp is, half of the time.</summary>
    bool IsLit(Led led);

    /// <summary>Looks at a lamp long enough to tell lit from blinking; takes time.</summary>
    /// <exception cref="StimulusNotDeliveredException">This rig has no such lamp.</exception>
    LedLight Watch(Led led);
}

/// <summary>From when until when the buzzer sounded, on the bench's clock; null while it does.</summary>
public readonly record struct Beep(TimeSpan From, TimeSpan? Until);

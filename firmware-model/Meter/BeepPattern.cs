namespace HilBench.Meter;

/// <summary>
/// One sound of a buzzer: how long it sounds, is silent, sounds again, and so on. It begins and ends sounding; empty is
/// no sound at all.
/// </summary>
public sealed class BeepPattern
{
    /// <param name="times">Sounding and silent in turn, each longer than nothing; an odd number, or none.</param>
    /// <exception cref="ArgumentException">The pattern ends silent, or a time is not positive.</exception>
    public BeepPattern(IReadOnlyList<TimeSpan> times)
    {
        if (times.Count > 0 && times.Count % 2 == 0)
            throw new ArgumentException("A sound must end with a time in which it sounds.");
        if (times.Any(time => time <= TimeSpan.Zero))
            throw new ArgumentException("Each time of a sound must be longer than zero.");
        Times = [.. times];
    }

    public static BeepPattern Silent { get; } = new([]);

    public IReadOnlyList<TimeSpan> Times { get; }

    public bool IsSilent => Times.Count == 0;

    public static BeepPattern OfMilliseconds(params int[] times) =>
        new([.. times.Select(time => TimeSpan.FromMilliseconds(time))]);

    public override string ToString() =>
        IsSilent ? "silent" : string.Join(' ', Times.Select(time => (int)time.TotalMilliseconds)) + " ms";
}

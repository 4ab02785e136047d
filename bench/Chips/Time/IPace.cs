namespace HilBench.Chips;

/// <summary>Lets the time of a bench pass no faster than something real outside of it.</summary>
public interface IPace
{
    /// <summary>
    /// Returns when <paramref name="moment"/> has come, or before, when something has come from outside.
    /// </summary>
    /// <returns>The moment that has come; not after the one asked for.</returns>
    TimeSpan Await(TimeSpan moment);

    /// <summary>Hands over what has come from outside; the bench's time is what <see cref="Await"/> said.</summary>
    void HandOver();
}
